"""The limits of work of an agency: one row, made when they are first set."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Agency, RosterPolicy


def set_limits(
    agency: Agency,
    *,
    actor: Actor,
    expected_version: int | None,
    max_week_hours: int,
    overtime_from_hours: int,
    min_rest_hours: int,
    max_shift_hours: int,
    warn_hours: int,
    at: datetime | None = None,
) -> RosterPolicy:
    """What planning keeps to from now on; shifts already planned stay."""
    require(actor, "coverage.set")
    limits = {"max_week_hours": max_week_hours, "overtime_from_hours": overtime_from_hours}
    limits |= {"min_rest_hours": min_rest_hours, "max_shift_hours": max_shift_hours, "warn_hours": warn_hours}
    _check(limits)
    with transaction.atomic():
        held = _held(agency, expected_version)
        for field, value in limits.items():
            setattr(held, field, value)
        held.version += 1
        held.save()
        ledger.announce("roster_policy.set", record=held, actor=actor, at=at or clock.now(), facts=limits)
    return held


def _held(agency: Agency, expected_version: int | None) -> RosterPolicy:
    """The row, or a new one; the agency is locked, since there may be no row to lock."""
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    held = RosterPolicy.objects.filter(agency=agency.pk).first() or RosterPolicy(agency=agency, version=0)
    if expected_version is not None and max(held.version, 1) != expected_version:
        raise Conflict(_("This was changed by someone else a moment ago. Look at it again before you change it."))
    return held


def _check(limits: dict[str, int]) -> None:
    if limits["max_shift_hours"] > limits["max_week_hours"]:
        text = _("One shift cannot be longer than the hours of seven days.")
        raise BrokenRule(text, fields={"max_shift_hours": text})
    if limits["overtime_from_hours"] > limits["max_week_hours"]:
        text = _("Overtime begins at the latest where the hours of seven days end.")
        raise BrokenRule(text, fields={"overtime_from_hours": text})
