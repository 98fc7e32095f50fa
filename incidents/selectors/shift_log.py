"""The shift log of one day: its lines, each with its corrections, and the turns of that day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from incidents.models import DeskTurn, LogEntry
from officers.models import Agency

MOST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line and what was later said about it."""

    entry: LogEntry
    corrections: list[LogEntry]


@dataclass(frozen=True, slots=True)
class Day:
    """What was written and who sat where on one day of the agency."""

    day: date
    lines: list[Line]
    turns: list[DeskTurn]


def agency(actor: Actor) -> Agency:
    """The agency whose log the actor may write."""
    require(actor, "shift_log.write")
    return Agency.objects.get(pk=actor.agency_id)


def one(actor: Actor, pk: object) -> LogEntry:
    """A line that the actor may correct."""
    return fetch_for(LogEntry.objects.select_related("by", "desk"), actor, pk, "shift_log.write")


def day(actor: Actor, on: date) -> Day:
    """Three statements, however long the day was."""
    require(actor, "shift_log.read")
    begin, end = _bounds(on, Agency.objects.get(pk=actor.agency_id).zone)
    rows = visible(LogEntry.objects.select_related("by", "desk"), actor)
    found = list(rows.filter(Q(at__gte=begin, at__lt=end) | Q(corrects__at__gte=begin, corrects__at__lt=end))[:MOST])
    said: dict[object, list[LogEntry]] = {}
    for entry in found:
        if entry.corrects_id:
            said.setdefault(entry.corrects_id, []).append(entry)
    lines = [Line(entry, said.get(entry.pk, [])) for entry in found if not entry.corrects_id]
    return Day(on, lines, _turns(actor, begin, end))


def _turns(actor: Actor, begin: datetime, end: datetime) -> list[DeskTurn]:
    rows = visible(DeskTurn.objects.select_related("desk", "user", "taken_over_from__user"), actor)
    of_day = rows.filter(Q(ended_at__isnull=True) | Q(ended_at__gte=begin), began_at__lt=end)
    return list(of_day.order_by("began_at")[:MOST])


def _bounds(on: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    begin = datetime.combine(on, time.min, zone)
    return begin, datetime.combine(on + timedelta(days=1), time.min, zone)
