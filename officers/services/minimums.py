"""The agency's coverage rules: added, changed, stopped and resumed, never deleted, so that past weeks stay readable."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Agency, CampusGroup, CoverageRule
from officers.services.versions import hold
from officers.vocabulary import CoverageKind

PERCENT = 100


def add(
    agency: Agency,
    *,
    actor: Actor,
    name: str,
    group: CampusGroup | None,
    position: str,
    kind: str,
    number: int,
    cit: bool,
    weekdays: Sequence[int],
    starts: time,
    ends: time,
    at: datetime | None = None,
) -> CoverageRule:
    """From now on the agency asks this of every plan."""
    require(actor, "coverage.set")
    asked = _asked(position, kind, number, cit)
    _check(asked, weekdays)
    hours = {"weekdays": _days(weekdays), "starts": starts, "ends": ends}
    rule = CoverageRule(agency=agency, name=name, group=group, **asked, **hours)
    with transaction.atomic():
        _save(rule, new=True)
        ledger.announce("minimum.added", record=rule, actor=actor, at=at or clock.now(), facts=asked)
    return rule


def change(
    rule: CoverageRule,
    *,
    actor: Actor,
    expected_version: int | None,
    name: str,
    group: CampusGroup | None,
    position: str,
    kind: str,
    number: int,
    cit: bool,
    weekdays: Sequence[int],
    starts: time,
    ends: time,
    at: datetime | None = None,
) -> CoverageRule:
    """The rule asks something else, of every week that is looked at from now on."""
    asked, hours = _asked(position, kind, number, cit), {"weekdays": _days(weekdays), "starts": starts, "ends": ends}
    with transaction.atomic():
        locked = hold(rule, expected_version)
        require(actor, "coverage.set", locked)
        _check(asked, weekdays)
        _write(locked, {"name": name, "group": group, **asked, **hours})
        ledger.announce("minimum.changed", record=locked, actor=actor, at=at or clock.now(), facts=asked)
    return locked


def stop(rule: CoverageRule, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> CoverageRule:
    """The rule asks no longer; it stays in the list and can ask again."""
    return _turn(rule, actor, expected_version, at, active=False)


def resume(
    rule: CoverageRule, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> CoverageRule:
    """The rule asks again."""
    return _turn(rule, actor, expected_version, at, active=True)


def _turn(
    rule: CoverageRule, actor: Actor, expected_version: int | None, at: datetime | None, *, active: bool
) -> CoverageRule:
    with transaction.atomic():
        locked = hold(rule, expected_version)
        require(actor, "coverage.set", locked)
        if locked.active == active:
            raise Conflict(_("The rule already asks.") if active else _("The rule has already been stopped."))
        _write(locked, {"active": active})
        event = "minimum.resumed" if active else "minimum.stopped"
        ledger.announce(event, record=locked, actor=actor, at=at or clock.now(), facts={})
    return locked


def _check(asked: dict[str, Any], weekdays: Sequence[int]) -> None:
    if not weekdays:
        text = _("Choose at least one day.")
        raise BrokenRule(text, fields={"weekdays": text})
    if asked["kind"] != CoverageKind.SHARE:
        return
    if asked["number"] > PERCENT:
        text = _("A share is at most 100 percent.")
        raise BrokenRule(text, fields={"number": text})
    if not asked["cit"]:
        text = _("A share is the share of certified people: mark the rule as certified, or ask for a number.")
        raise BrokenRule(text, fields={"cit": text})


def _asked(position: str, kind: str, number: int, cit: bool) -> dict[str, Any]:
    return {"position": position, "kind": kind, "number": number, "cit": cit}


def _write(rule: CoverageRule, fields: dict[str, Any]) -> None:
    for field, value in fields.items():
        setattr(rule, field, value)
    _save(rule)


def _days(weekdays: Sequence[int]) -> list[int]:
    return sorted(set(weekdays))


def _save(rule: CoverageRule, *, new: bool = False) -> None:
    try:
        with transaction.atomic():
            if not new:
                rule.version += 1
            rule.save(force_insert=new)
    except IntegrityError as error:
        text = _("There is already a rule with this name.")
        raise BrokenRule(text, fields={"name": text}) from error
