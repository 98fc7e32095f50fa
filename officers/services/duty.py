"""The clock, and with it `Officer.duty`: this module is the only one that writes either.

On duty means an open time entry, and an open time entry means on duty. Both are written in one transaction that holds
the person's row, so that no reader ever finds one without the other.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Officer, Shift, TimeEntry
from officers.obligations import obligations
from officers.roles import Duty
from officers.services.fitting import hold
from officers.vocabulary import ClockSource

# Whoever comes this early comes for that shift.
EARLY = timedelta(hours=2)


def clock_in(officer: Officer, *, actor: Actor, at: datetime | None = None) -> TimeEntry:
    """On duty and available. A second time finds the first and changes nothing."""
    moment = at or clock.now()
    require(actor, "time.clock", officer)
    with transaction.atomic():
        held = hold(officer)
        if not held.active:
            raise BrokenRule(_("%(unit)s is no longer on the roster.") % {"unit": held.call_sign})
        entry = _open_entry(held)
        if entry is not None:
            return entry
        entry = TimeEntry.objects.create(
            agency_id=held.agency_id,
            officer=held,
            shift=_shift_at(held, moment),
            clocked_in_at=moment,
            clocked_in_by_id=actor.person,
            clocked_in_from=_source(actor, held),
        )
        _set(held, Duty.AVAILABLE, moment)
        facts = {"unit": held.call_sign, "source": _source(actor, held)}
        ledger.announce("time.clocked_in", record=entry, actor=actor, at=moment, facts=facts)
    return entry


def clock_out(officer: Officer, *, actor: Actor, at: datetime | None = None) -> TimeEntry:
    """Off duty, unless something still binds the officer. A second time finds the first."""
    moment = at or clock.now()
    require(actor, "time.clock", officer)
    with transaction.atomic():
        held = hold(officer)
        entry = _open_entry(held)
        if entry is None:
            return _last_entry(held)
        _free(held)
        _close(entry, actor, moment, moment)
        _set(held, Duty.OFF_DUTY, moment)
        facts = {"unit": held.call_sign, "source": _source(actor, held)}
        ledger.announce("time.clocked_out", record=entry, actor=actor, at=moment, facts=facts)
    return entry


def set_status(officer: Officer, *, actor: Actor, duty: str, at: datetime | None = None) -> Officer:
    """Available, busy, in training or out of service: only while on duty, and never off duty by this way."""
    moment = at or clock.now()
    require(actor, "time.set_status", officer)
    with transaction.atomic():
        held = hold(officer)
        entry = _open_entry(held)
        if entry is None:
            raise BrokenRule(_("%(unit)s is off duty. Clock in first.") % {"unit": held.call_sign})
        if duty == Duty.OFF_DUTY:
            raise BrokenRule(_("To go off duty, clock out."))
        if held.duty != duty:
            _set(held, Duty(duty), moment)
            facts = {"unit": held.call_sign, "duty": duty, "source": _source(actor, held)}
            ledger.announce("time.status_set", record=entry, actor=actor, at=moment, facts=facts)
    return held


def correct(
    entry: TimeEntry,
    *,
    actor: Actor,
    expected_version: int | None,
    clocked_in_at: datetime,
    clocked_out_at: datetime,
    correction: str,
    at: datetime | None = None,
) -> TimeEntry:
    """What the clock should have said, with the reason; the ledger keeps what it said before."""
    moment = at or clock.now()
    require(actor, "time.correct", entry)
    _check_times(clocked_in_at, clocked_out_at, moment)
    with transaction.atomic():
        held = hold(entry.officer)
        found = TimeEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
        if expected_version is not None and found.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago."))
        _alone(found, clocked_in_at, clocked_out_at)
        before, was_open = _times(found), found.clocked_out_at is None
        if was_open:
            _free(held)
            _set(held, Duty.OFF_DUTY, moment)
        found.clocked_in_at, found.correction = clocked_in_at, correction
        found.corrected_at, found.corrected_by_id = moment, actor.person
        _close(found, actor, clocked_out_at, moment)
        facts = {"unit": held.call_sign, "before": before, "after": _times(found)}
        ledger.announce("time.corrected", record=found, actor=actor, at=moment, facts=facts)
    return found


def _check_times(begin: datetime, end: datetime, at: datetime) -> None:
    if end > at:
        text = _("This time has not come yet.")
        raise BrokenRule(text, fields={"clocked_out_at": text})
    if end <= begin:
        text = _("The end must be after the start.")
        raise BrokenRule(text, fields={"clocked_out_at": text})


def _alone(entry: TimeEntry, begin: datetime, end: datetime) -> None:
    others = TimeEntry.objects.filter(officer=entry.officer_id, clocked_in_at__lt=end).exclude(pk=entry.pk)
    if others.exclude(clocked_out_at__lte=begin).exists():
        text = _("Another entry of this person covers some of that time.")
        raise BrokenRule(text, fields={"clocked_in_at": text})


def _free(officer: Officer) -> None:
    bound = obligations(officer)
    if bound:
        words = {"bound": " ".join(bound)}
        raise BrokenRule(_("%(bound)s Clear it or send somebody else first, then clock out.") % words)


def _close(entry: TimeEntry, actor: Actor, end: datetime, at: datetime) -> None:
    entry.clocked_out_at, entry.clocked_out_by_id = end, actor.person
    entry.clocked_out_from = _source(actor, entry.officer)
    entry.version += 1
    entry.save()


def _set(officer: Officer, duty: Duty, at: datetime) -> None:
    officer.duty, officer.duty_since = duty, at
    officer.save(update_fields=["duty", "duty_since"])


def _open_entry(officer: Officer) -> TimeEntry | None:
    return TimeEntry.objects.filter(officer=officer.pk, clocked_out_at__isnull=True).first()


def _last_entry(officer: Officer) -> TimeEntry:
    found = TimeEntry.objects.filter(officer=officer.pk).last()
    if found is None:
        raise BrokenRule(_("%(unit)s is off duty. Clock in first.") % {"unit": officer.call_sign})
    return found


def _shift_at(officer: Officer, at: datetime) -> Shift | None:
    rows = Shift.objects.filter(officer=officer.pk, status="scheduled", starts_at__lte=at + EARLY, ends_at__gt=at)
    return rows.order_by("starts_at").first()


def _source(actor: Actor, officer: Officer) -> str:
    return ClockSource.TABLET.value if actor.id == officer.user_id else ClockSource.DISPATCH.value


def _times(entry: TimeEntry) -> list[str | None]:
    return [entry.clocked_in_at.isoformat(), entry.clocked_out_at.isoformat() if entry.clocked_out_at else None]
