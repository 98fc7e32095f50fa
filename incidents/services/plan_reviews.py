"""Response plans end by themselves, and who keeps them is told 60, 30 and 7 days before, once each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from core import clock, ledger
from core.actors import system
from incidents.care.checking import day
from incidents.models import PlanReminder, ResponsePlan
from incidents.services import plans_of_care
from officers.models import Agency

# The day it has ended, and how many days before that people are told.
ENDED, *BEFORE = (0, 7, 30, 60)
MOST = 500
# Nobody is told in the middle of the night; what ends, ends at midnight.
FROM_HOUR = 7


@dataclass(frozen=True, slots=True)
class _Owed:
    plan: ResponsePlan
    matter: str
    due_on: date
    threshold: int


def sweep_all(at: datetime | None = None) -> int:
    """Every agency: end what has ended and, once its morning has come, remind; answers how many reminders."""
    moment = at or clock.now()
    given = 0
    for agency in Agency.objects.all():
        local = moment.astimezone(agency.zone)
        given += sweep(agency, local.date(), at=moment, remind=local.time() >= time(FROM_HOUR))
    return given


def sweep(agency: Agency, today: date, *, at: datetime, remind: bool = True) -> int:
    """One agency on one day; a second sweep of the day gives nothing."""
    owed = list(_owed(agency, today)) if remind else []
    with transaction.atomic():
        fresh = _taken(agency, owed, at)
        if fresh:
            entries = [ledger.Entry("response_plan.due", each.plan, _facts(each)) for each in fresh]
            ledger.announce_all(entries, actor=system(agency.pk), at=at)
    while plans_of_care.expire(agency, today, at=at):
        continue
    return len(fresh)


def threshold(due_on: date, on: date) -> int | None:
    """The nearest of the thresholds that have been passed; None when it is too early for any."""
    left = (due_on - on).days
    if left <= 0:
        return ENDED
    return next((days for days in BEFORE if left <= days), None)


def _owed(agency: Agency, today: date) -> Iterator[_Owed]:
    """The ends of approved plans and of their safety concerns."""
    for plan in ResponsePlan.objects.filter(agency=agency, status="approved").order_by("expires_on")[:MOST]:
        for matter, due_on in _ends(plan):
            days = threshold(due_on, today)
            # A concern that ended long ago was settled when the plan was last approved.
            if days is not None and due_on >= (plan.reviewed_on or today) - timedelta(days=1):
                yield _Owed(plan, matter, due_on, days)


def _ends(plan: ResponsePlan) -> Iterator[tuple[str, date]]:
    if plan.expires_on is not None:
        yield "plan", plan.expires_on
    for row in plan.content.get("safety", ()):
        until = day(row["expires_on"])
        if until is not None and row["category"]:
            yield row["category"], until


def _taken(agency: Agency, owed: list[_Owed], at: datetime) -> list[_Owed]:
    """Those that this sweep is the one to give: of two sweeps at once the database keeps the first."""
    said = set(
        PlanReminder.objects.filter(agency=agency, plan__in=[each.plan for each in owed]).values_list(
            "plan_id", "matter", "due_on", "threshold_days"
        )
    )
    rows = {}
    for each in owed:
        key = (each.plan.pk, each.matter, each.due_on, each.threshold)
        if key not in said:
            rows[key] = (_row(agency, each, at), each)
    PlanReminder.objects.bulk_create([row for row, _each in rows.values()], ignore_conflicts=True)
    kept = set(
        PlanReminder.objects.filter(pk__in=[row.pk for row, _each in rows.values()]).values_list("pk", flat=True)
    )
    return [each for row, each in rows.values() if row.pk in kept]


def _row(agency: Agency, owed: _Owed, at: datetime) -> PlanReminder:
    return PlanReminder(
        agency=agency,
        plan=owed.plan,
        matter=owed.matter,
        due_on=owed.due_on,
        threshold_days=owed.threshold,
        at=at,
    )


def _facts(owed: _Owed) -> dict[str, object]:
    return {
        "number": owed.plan.number,
        "matter": owed.matter,
        "due_on": owed.due_on.isoformat(),
        "threshold": owed.threshold,
    }
