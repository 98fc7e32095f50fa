"""Open incidents that a call being taken is likely about."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Cast

from core.actors import Actor
from core.permissions import require, visible
from incidents.likeness import Heard, Known, Like, Person, most_like
from incidents.models import Call, DuplicateRule, Incident
from incidents.models.duplicates import USUAL_MINUTES
from incidents.selectors.family import members
from officers.models import CampusKind

# What was cleared is over: a new call about it is a new episode and no duplicate.
GOING_ON = ("received", "triaged", "dispatched")
COMPARED, SHOWN, OFFERED = 1000, 3, 100
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
    but: UUID | None = None,
) -> list[Like]:
    """The likeliest incidents with their reasons, in two statements; none before the campus is known.

    `subjects` are people as a form holds them; of each, `name` and `student_number` are read. `but` is left out.
    """
    require(actor, "call.log")
    if campus is None:
        return []
    people = tuple(Person(one.get("name", ""), one.get("student_number", "")) for one in subjects)
    heard = Heard(at, str(campus), str(building or ""), str(room or ""), nature, callback, caller_name, people)
    window = timedelta(minutes=rule(actor).minutes)
    known = [one for one in _known(actor, campus, at, window) if one.key != str(but)] if window else []
    return most_like(heard, known, window=window, most=SHOWN)


def rule(actor: Actor) -> DuplicateRule:
    """What the agency set, or what usually counts, with version 0."""
    found = visible(DuplicateRule.objects.all(), actor).first()
    return found or DuplicateRule(agency_id=actor.agency_id, minutes=USUAL_MINUTES, version=0)


def like_incident(actor: Actor, incident: Incident, at: datetime) -> list[Like]:
    """Which other incidents this one is likely about, by its first call and its people."""
    require(actor, "incident.merge", incident)
    first = incident.calls.order_by("received_at").first()
    people = [{"name": one.name, "student_number": one.student_number} for one in incident.subjects.all()[:COMPARED]]
    return likely(
        actor,
        campus=incident.campus_id,
        building=incident.building_id,
        room=incident.room_id,
        nature=incident.nature,
        callback=first.callback if first else "",
        caller_name=first.caller_name if first else "",
        subjects=people,
        at=incident.received_at,
        but=incident.pk,
    )


def could_go_on(actor: Actor) -> QuerySet[Incident]:
    """Incidents that take in calls and other incidents."""
    return visible(Incident.objects.select_related("agency"), actor).filter(status__in=GOING_ON)


def going_on(actor: Actor, incident: Incident) -> list[Incident]:
    """The others that could take this one in, those at the same campus first."""
    rows = could_go_on(actor).exclude(pk=incident.pk).select_related("campus")
    here = Case(When(campus=incident.campus_id, then=0), default=1)
    return list(rows.order_by(here, "-received_at")[:OFFERED])


def calls(actor: Actor) -> QuerySet[Call]:
    """Calls that exist for this actor."""
    return visible(Call.objects.all(), actor)


def could_leave(actor: Actor, incident: Incident) -> QuerySet[Call]:
    """The calls of an incident and of what was merged into it."""
    family = [one.pk for one in members(incident)]
    return calls(actor).filter(incident__in=family).order_by("received_at", "number")


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
