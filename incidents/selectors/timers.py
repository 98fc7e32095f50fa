"""The clocks that people look at: alarms first, then who was asked, then whose check is due next."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, When

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from incidents.console_vocabulary import TimerKind, TimerStage
from incidents.models import Assignment, Timer

SHOWN = 60
# A step is done within five seconds; after three times that nobody does it.
LATE = timedelta(seconds=15)
_ORDER = {TimerStage.ALARM: 0, TimerStage.ASKED_AGAIN: 1, TimerStage.ASKED: 2}
Row = dict[str, Any]


def open_clocks(actor: Actor, at: datetime) -> list[Row]:
    """Welfare checks, whatever was asked or alarmed, and what should have been by now: no worker hides an alarm."""
    require(actor, "timer.acknowledge")
    worth = ~Q(stage=TimerStage.RUNNING) | Q(kind=TimerKind.WELFARE) | Q(next_at__lt=at - LATE)
    rows = visible(Timer.objects.all(), actor).filter(worth, ended_at__isnull=True)
    rows = rows.exclude(stage=TimerStage.RUNNING, next_at__isnull=True)
    stages = [When(stage=stage, then=place) for stage, place in _ORDER.items()]
    ordered = rows.order_by(Case(*stages, default=3, output_field=IntegerField()), F("next_at").asc(nulls_last=True))
    found = ordered.values(
        "id",
        "kind",
        "stage",
        "started_at",
        "next_at",
        "minutes",
        "answer_seconds",
        "asked_at",
        "asked_again_at",
        "alarmed_at",
        "incident_id",
        number=F("incident__number"),
        priority=F("incident__priority"),
        unit=F("assignment__officer__call_sign"),
        campus=F("incident__campus__name"),
        room=F("incident__room__name"),
    )
    return [dict(row) for row in found[:SHOWN]]


def is_late(row: Row, at: datetime) -> bool:
    """Whether a step is owed that no worker has done."""
    return row["next_at"] is not None and row["next_at"] < at - LATE


def _rows() -> QuerySet[Timer]:
    return Timer.objects.select_related(
        "incident__campus", "incident__room", "assignment__officer__user", "answered_by"
    )


def to_answer(actor: Actor, pk: object) -> Timer:
    """A check of the officer's own."""
    return fetch_for(_rows(), actor, pk, "timer.answer")


def to_acknowledge(actor: Actor, pk: object) -> Timer:
    """A clock that the desk may answer."""
    return fetch_for(_rows(), actor, pk, "timer.acknowledge")


def check_of(part: Assignment) -> Timer | None:
    """The welfare check that runs for an officer's part."""
    rows = part.timers.filter(kind=TimerKind.WELFARE, ended_at__isnull=True, next_at__isnull=False)
    asked = part.timers.filter(kind=TimerKind.WELFARE, ended_at__isnull=True, stage=TimerStage.ALARM)
    return (rows | asked).first()
