"""Reminders of what is due or has lapsed: each is given once, whoever sweeps and however often."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from core import clock, ledger
from core.actors import system
from officers.models import Agency, Reminder
from officers.selectors.training import reminding
from officers.selectors.training.reminding import Due

# The day it has lapsed, and how many days before that people are told.
LAPSED, *BEFORE = (0, 7, 30, 60, 90, 180)
# Nobody is told of a certificate in the middle of the night.
FROM_HOUR = 7


@dataclass(frozen=True, slots=True)
class _Owed:
    due: Due
    threshold: int


def sweep_all(at: datetime | None = None) -> int:
    """Every agency whose morning has come; answers how many reminders were given."""
    moment = at or clock.now()
    given = 0
    for agency in Agency.objects.all():
        local = moment.astimezone(agency.zone)
        if local.time() >= time(FROM_HOUR):
            given += sweep(agency, local.date(), at=moment)
    return given


def sweep(agency: Agency, on: date, *, at: datetime | None = None) -> int:
    """Remind of all that is due on that day; a second sweep of the day gives nothing."""
    moment = at or clock.now()
    owed = list(_owed(reminding.due(agency, on), on))
    with transaction.atomic():
        fresh = _taken(agency, _unsaid(agency, owed))
        if fresh:
            entries = [ledger.Entry("training.due", each.due.officer, _facts(each)) for each in fresh]
            ledger.announce_all(entries, actor=system(agency.pk), at=moment)
    return len(fresh)


def threshold(due_on: date, on: date) -> int | None:
    """The nearest of the thresholds that have been passed; None when it is too early for any."""
    left = (due_on - on).days
    if left < 0:
        return LAPSED
    return next((days for days in BEFORE if left <= days), None)


def _owed(found: Iterable[Due], on: date) -> Iterator[_Owed]:
    for due in found:
        days = threshold(due.due_on, on)
        if days is not None:
            yield _Owed(due, days)


def _unsaid(agency: Agency, owed: list[_Owed]) -> list[_Owed]:
    people = {each.due.officer.user_id for each in owed}
    rows = Reminder.objects.filter(agency=agency, user__in=people)
    said = set(rows.values_list("user_id", "matter", "due_on", "threshold_days"))
    return [each for each in owed if _key(each) not in said]


def _taken(agency: Agency, owed: list[_Owed]) -> list[_Owed]:
    """Those that this sweep is the one to give: of two sweeps at once the database keeps the first."""
    rows = {}
    for each in owed:
        user_id, matter, due_on, days = _key(each)
        row = Reminder(agency=agency, user_id=user_id, matter=matter, due_on=due_on, threshold_days=days)
        rows[row.pk] = (row, each)
    Reminder.objects.bulk_create([row for row, _each in rows.values()], ignore_conflicts=True)
    kept = set(Reminder.objects.filter(pk__in=list(rows)).values_list("pk", flat=True))
    return [each for pk, (_row, each) in rows.items() if pk in kept]


def _key(owed: _Owed) -> tuple[UUID, str, date, int]:
    return owed.due.officer.user_id, owed.due.matter, owed.due.due_on, owed.threshold


def _facts(owed: _Owed) -> dict[str, object]:
    due = owed.due
    return {
        "matter": due.matter,
        "number": due.number,
        "unit": due.officer.call_sign,
        "due_on": due.due_on,
        "threshold": owed.threshold,
    }
