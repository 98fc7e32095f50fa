"""People as planning sees them: their shifts and leave around a span, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from officers.models import Leave, Officer, RosterPolicy, Shift
from officers.planning.fitness import Worker
from officers.planning.spans import Span

# Limits look seven days to either side.
AROUND = timedelta(days=8)


def policy_of(agency_id: UUID) -> RosterPolicy:
    """The agency's limits, or those of an agency that has set none."""
    return RosterPolicy.objects.filter(agency=agency_id).first() or RosterPolicy(agency_id=agency_id)


def worker(officer: Officer, span: Span, *, without: Iterable[UUID] = ()) -> Worker:
    """One person; shifts named in `without` are about to go to somebody else."""
    return workers([officer], span, without=without)[officer.pk]


def workers(officers: Iterable[Officer], span: Span, *, without: Iterable[UUID] = ()) -> dict[UUID, Worker]:
    """Each of these people by key."""
    people = {officer.pk: officer for officer in officers}
    shifts, away = _shifts(people, span, without), _away(people, span)
    return {
        key: Worker(each.call_sign, each.active, each.license, tuple(shifts[key]), tuple(away[key]))
        for key, each in people.items()
    }


def _shifts(people: Iterable[UUID], span: Span, without: Iterable[UUID]) -> dict[UUID, list[Span]]:
    rows = Shift.objects.filter(
        officer__in=list(people),
        starts_at__lt=span.ends_at + AROUND,
        ends_at__gt=span.starts_at - AROUND,
        status="scheduled",
    ).exclude(pk__in=list(without))
    return _spans(rows.values_list("officer", "starts_at", "ends_at"))


def _away(people: Iterable[UUID], span: Span) -> dict[UUID, list[Span]]:
    rows = Leave.objects.filter(
        officer__in=list(people), starts_at__lt=span.ends_at, ends_at__gt=span.starts_at, status="approved"
    )
    return _spans(rows.values_list("officer", "starts_at", "ends_at"))


def _spans(rows: Iterable[tuple[UUID, datetime, datetime]]) -> dict[UUID, list[Span]]:
    found: dict[UUID, list[Span]] = defaultdict(list)
    for key, starts_at, ends_at in rows:
        found[key].append(Span(starts_at, ends_at))
    return found
