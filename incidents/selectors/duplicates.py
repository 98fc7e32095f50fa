"""Open incidents that a call being taken is likely about."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast

from core.actors import Actor
from core.permissions import require, visible
from incidents.likeness import Heard, Known, Like, Person, most_like
from incidents.likeness.compare import WINDOW
from incidents.models import Call, Incident
from officers.models import CampusKind

# What was cleared is over: a new call about it is a new episode and no duplicate.
GOING_ON = ("received", "triaged", "dispatched")
COMPARED, SHOWN = 1000, 3
COLUMNS = ("key", "number", "priority", "status", "nature", "campus__kind", "building_key", "room_key", "received_at")
SAID = ("calls__received_at", "calls__callback", "calls__caller_name")
ABOUT = ("subjects__name", "subjects__student_number")


def likely(
    actor: Actor,
    *,
    campus: UUID | None,
    building: UUID | None = None,
    room: UUID | None = None,
    nature: str = "",
    callback: str = "",
    caller_name: str = "",
    subjects: Iterable[Mapping[str, str]] = (),
    at: datetime,
) -> list[Like]:
    """The likeliest incidents with their reasons, in one statement; none before the campus is known.

    `subjects` are people as a form holds them; of each, `name` and `student_number` are read.
    """
    require(actor, "call.log")
    if campus is None:
        return []
    people = tuple(Person(one.get("name", ""), one.get("student_number", "")) for one in subjects)
    heard = Heard(at, str(campus), str(building or ""), str(room or ""), nature, callback, caller_name, people)
    window = window_of(actor)
    return most_like(heard, _known(actor, campus, at, window), window=window, most=SHOWN)


def window_of(actor: Actor) -> timedelta:
    """How long a call may come after another and still be about the same thing."""
    return WINDOW


def _known(actor: Actor, campus: UUID, at: datetime, window: timedelta) -> list[Known]:
    """What is going on at the campus and was heard of a short while ago; the newest when there is very much of it."""
    near = (at - window, at + window)
    called = Call.objects.filter(incident=OuterRef("pk"), received_at__range=near)
    rows = visible(Incident.objects.all(), actor).filter(campus=campus, status__in=GOING_ON)
    rows = rows.filter(Q(received_at__range=near) | Exists(called)).annotate(
        key=_text("pk"), building_key=_text("building_id"), room_key=_text("room_id")
    )
    found: dict[str, list[dict[str, Any]]] = {}
    # One line for each call and person of an incident, since there are few of either.
    for row in rows.order_by("-received_at").values(*COLUMNS, *SAID, *ABOUT)[:COMPARED]:
        found.setdefault(row["key"], []).append(row)
    return [_one(lines, str(campus)) for lines in found.values()]


def _text(name: str) -> Cast:
    return Cast(F(name), CharField())


def _one(lines: list[dict[str, Any]], campus: str) -> Known:
    first = lines[0]
    heard_at, callbacks, callers = ({line[name] for line in lines} for name in SAID)
    people = {Person(line[ABOUT[0]] or "", line[ABOUT[1]] or "") for line in lines}
    return Known(
        key=first["key"],
        number=first["number"],
        priority=first["priority"],
        status=first["status"],
        nature=first["nature"],
        campus=campus,
        is_site=first["campus__kind"] != CampusKind.OTHER,
        building=first["building_key"] or "",
        room=first["room_key"] or "",
        heard_at=(first["received_at"], *(heard_at - {None})),
        callbacks=tuple(callbacks - {None}),
        callers=tuple(callers - {None}),
        people=tuple(people),
    )
