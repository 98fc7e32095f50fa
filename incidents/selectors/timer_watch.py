"""Facts without their clock, and clocks without their fact: what the sweep mends and `verify` names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from incidents.models import Assignment, DeescalationRecord, Handoff, Incident, Timer
from incidents.timing.watch import HANDOFF, KINDS_OF_PART, REPORT, WAITING, WELFARE

WAITS = ("received", "triaged")
MOST = 200


@dataclass(frozen=True, slots=True)
class Lack:
    """Rows that lack a clock of this kind; `since` names the time that it should have begun at."""

    kind: str
    rows: QuerySet[Any]
    since: str


def _open(kind: str, **match: Any) -> Exists:
    return Exists(Timer.objects.filter(kind=kind, ended_at__isnull=True, **match))


def lacks() -> Iterator[Lack]:
    """What must have a clock and has none."""
    there = Assignment.objects.filter(status="on_scene").select_related("incident", "officer")
    begun = DeescalationRecord.objects.filter(incident=OuterRef("incident"), author=OuterRef("officer__user"))
    waiting = Incident.objects.filter(status__in=WAITS)
    calling = Handoff.objects.filter(status="started").select_related("incident")
    yield Lack(WELFARE, there.filter(~_open(WELFARE, assignment=OuterRef("pk"))), "on_scene_at")
    yield Lack(REPORT, there.filter(~_open(REPORT, assignment=OuterRef("pk")), ~Exists(begun)), "on_scene_at")
    yield Lack(WAITING, waiting.filter(~_open(WAITING, incident=OuterRef("pk"))), "received_at")
    yield Lack(HANDOFF, calling.filter(~_open(HANDOFF, handoff=OuterRef("pk"))), "started_at")


def strays() -> QuerySet[Timer]:
    """Clocks that run although what they watched has ended."""
    begun = DeescalationRecord.objects.filter(
        incident=OuterRef("incident"), author=OuterRef("assignment__officer__user")
    )
    over = (
        Q(kind__in=KINDS_OF_PART) & ~Q(assignment__status="on_scene")
        | Q(kind=REPORT) & Exists(begun)
        | Q(kind=WAITING) & ~Q(incident__status__in=WAITS)
        | Q(kind=HANDOFF) & ~Q(handoff__status="started")
    )
    return Timer.objects.filter(over, ended_at__isnull=True)
