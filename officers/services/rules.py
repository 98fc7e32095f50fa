"""Training rules: a change is a new version from a day, so that the past stays as it was judged."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Course, TrainingRule
from officers.vocabulary import RuleKind

COUNTED = (RuleKind.WITHIN_DAYS, RuleKind.EVERY_MONTHS)
PERIODIC = (RuleKind.PER_UNIT, RuleKind.PER_CYCLE)
ONE_DAY = timedelta(days=1)


def add(
    *,
    actor: Actor,
    slug: str,
    title: str,
    kind: str,
    effective_from: date,
    number: int | None = None,
    anchor: str = "",
    licenses: list[str] | None = None,
    courses: list[str] | None = None,
    min_hours: Decimal | None = None,
    anchored_from: date | None = None,
    due_soon_days: int = 90,
    basis: str = "",
    at: datetime | None = None,
) -> TrainingRule:
    """A rule that was not there before."""
    require(actor, "rule.keep")
    row = TrainingRule(
        agency_id=actor.agency_id,
        slug=slug,
        title=title,
        kind=kind,
        effective_from=effective_from,
        number=number,
        anchor=anchor,
        licenses=licenses or [],
        courses=courses or [],
        min_hours=min_hours,
        anchored_from=anchored_from,
        due_soon_days=due_soon_days,
        source=basis,
    )
    _check(row)
    if TrainingRule.objects.filter(agency_id=row.agency_id, slug=slug).exists():
        text = _("A rule of this name is there already. Change that one.")
        raise BrokenRule(text, fields={"slug": text})
    with transaction.atomic():
        _insert(row)
        _announce("rule.added", row, actor, at)
    return row


def change(
    rule: TrainingRule,
    *,
    actor: Actor,
    title: str,
    kind: str,
    effective_from: date,
    number: int | None = None,
    anchor: str = "",
    licenses: list[str] | None = None,
    courses: list[str] | None = None,
    min_hours: Decimal | None = None,
    anchored_from: date | None = None,
    due_soon_days: int = 90,
    basis: str = "",
    at: datetime | None = None,
) -> TrainingRule:
    """A new version from its first day; the one before ends on the day before."""
    with transaction.atomic():
        old = _latest(rule, actor)
        if effective_from <= old.effective_from:
            text = _("The version now in force began on %(day)s. A new one begins later.") % {"day": old.effective_from}
            raise BrokenRule(text, fields={"effective_from": text})
        row = TrainingRule(
            agency_id=old.agency_id,
            slug=old.slug,
            title=title,
            kind=kind,
            effective_from=effective_from,
            number=number,
            anchor=anchor,
            licenses=licenses or [],
            courses=courses or [],
            min_hours=min_hours,
            anchored_from=anchored_from,
            due_soon_days=due_soon_days,
            source=basis,
        )
        _check(row)
        _close(old, effective_from - ONE_DAY)
        _insert(row)
        _announce("rule.changed", row, actor, at)
    return row


def end(rule: TrainingRule, *, actor: Actor, last_day: date, at: datetime | None = None) -> TrainingRule:
    """It asks through this day and no longer."""
    with transaction.atomic():
        row = _latest(rule, actor)
        if last_day < row.effective_from:
            text = _("This version begins on %(day)s. It cannot end before.") % {"day": row.effective_from}
            raise BrokenRule(text, fields={"last_day": text})
        _close(row, last_day)
        facts = {"rule": row.slug, "day": last_day}
        ledger.announce("rule.ended", record=row, actor=actor, at=at or clock.now(), facts=facts)
    return row


def _latest(rule: TrainingRule, actor: Actor) -> TrainingRule:
    row = TrainingRule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
    require(actor, "rule.keep", row)
    if row.effective_to is not None:
        raise Conflict(_("This version ended on %(day)s. Change the latest one.") % {"day": row.effective_to})
    return row


def _check(row: TrainingRule) -> None:
    wrong: dict[str, object] = {}
    if row.kind in COUNTED and not row.number:
        wrong["number"] = _("How many days or months?")
    if row.kind not in COUNTED and row.number:
        wrong["number"] = _("A rule of this kind counts neither days nor months. Leave it empty.")
    if row.kind == RuleKind.WITHIN_DAYS and not row.anchor:
        wrong["anchor"] = _("From which day are the days counted?")
    if row.kind in PERIODIC and row.anchor:
        wrong["anchor"] = _("A rule of this kind asks by the end of the period. Leave it empty.")
    if row.anchored_from is not None and not row.anchor:
        wrong["anchored_from"] = _("Say first which day it is compared with.")
    if not row.courses and row.min_hours is None:
        wrong["courses"] = _("Name courses, or hours, or both.")
    unknown = _unknown(row)
    if unknown:
        wrong["courses"] = _("Not in the catalogue: %(numbers)s.") % {"numbers": ", ".join(unknown)}
    if wrong:
        raise BrokenRule(next(iter(wrong.values())), fields=wrong)


def _unknown(row: TrainingRule) -> list[str]:
    known = Course.objects.filter(agency_id=row.agency_id, number__in=row.courses).values_list("number", flat=True)
    return sorted(set(row.courses) - set(known))


def _close(row: TrainingRule, day: date) -> None:
    row.effective_to = day
    row.save(update_fields=["effective_to"])


def _insert(row: TrainingRule) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("Somebody wrote this version a moment ago.")) from error


def _announce(name: str, row: TrainingRule, actor: Actor, at: Any) -> None:
    facts = {"rule": row.slug, "from": row.effective_from}
    ledger.announce(name, record=row, actor=actor, at=at or clock.now(), facts=facts)
