"""What the supervisor's large screen shows: numbers, call signs and places, and nothing about a person in crisis."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from core.actors import Actor
from core.permissions import require, visible
from incidents.models import Assignment, Call, Desk, DeskTurn, Draft, Incident
from incidents.selectors import asks, board, timers
from incidents.workflow import OPEN_INCIDENT
from officers.roles import Duty
from officers.selectors import coverage

SHOWN, DESKS = 12, 40
WAITING = ("received", "triaged")
Row = dict[str, Any]


def wall(actor: Actor, at: datetime) -> dict[str, Any]:
    """The whole screen in a handful of statements, however much is going on."""
    require(actor, "supervision.read")
    roster = board.roster(actor, at)
    units = Counter(row["unit_status"] or row["duty"] for row in roster if _on_duty(row))
    free = [row for row in roster if not row["unit_status"] and row["duty"] == Duty.AVAILABLE]
    clocks = timers.open_clocks(actor, at)
    return {
        "numbers": _numbers(actor),
        "incidents": _most_urgent(actor),
        "units": units,
        "free": len(free),
        "cit_free": sum(bool(row["cit"]) for row in free),
        "alarms": [row for row in clocks if row["stage"] == "alarm"],
        "asked": [row for row in clocks if row["stage"] in ("asked", "asked_again")],
        "asks": asks.of_agency(actor),
        "late": any(timers.is_late(row, at) for row in clocks),
        "gaps": coverage.watched(actor, at).warnings,
        "desks": desks(actor),
    }


def _on_duty(row: Row) -> bool:
    return bool(row["unit_status"]) or row["duty"] != Duty.OFF_DUTY


def _open(actor: Actor) -> QuerySet[Incident]:
    return visible(Incident.objects.all(), actor).filter(status__in=OPEN_INCIDENT)


def _numbers(actor: Actor) -> dict[str, int]:
    return _open(actor).aggregate(
        open=Count("pk"),
        waiting=Count("pk", filter=Q(status__in=WAITING)),
        p1=Count("pk", filter=Q(priority="p1") & ~Q(status="cleared")),
        p2=Count("pk", filter=Q(priority="p2") & ~Q(status="cleared")),
        to_close=Count("pk", filter=Q(status="cleared")),
    )


def _most_urgent(actor: Actor) -> list[Row]:
    rows = _open(actor).exclude(status="cleared").order_by("priority", "received_at")
    return [
        dict(row)
        for row in rows.values(
            *("id", "number", "priority", "status", "nature", "received_at", "first_on_scene_at"),
            campus_name=F("campus__name"),
            room_name=F("room__name"),
            desk_name=F("desk__name"),
        )[:SHOWN]
    ]


def desks(actor: Actor) -> list[Row]:
    """Each desk in use: who sits there since when, what they have taken, what is open and what they did last."""
    require(actor, "supervision.read")
    counted = Count("incidents", filter=Q(incidents__status__in=OPEN_INCIDENT))
    rows = Desk.objects.filter(agency_id=actor.agency_id, active=True).annotate(open=counted).order_by("name")
    turns = {turn.desk_id: turn for turn in _turns(actor)}
    found: list[Row] = [{"desk": desk, "turn": turns.get(desk.pk), "open": desk.open} for desk in rows[:DESKS]]
    did = _did(actor, [turn.user_id for turn in turns.values()])
    for row in found:
        turn = row["turn"]
        row |= _since(turn, did) if turn else {"calls": 0, "last": None, "drafts": 0}
    return found


def _turns(actor: Actor) -> QuerySet[DeskTurn]:
    rows = DeskTurn.objects.filter(agency_id=actor.agency_id, ended_at__isnull=True)
    return rows.select_related("user", "taken_over_from__user")[:DESKS]


def _did(actor: Actor, people: list[Any]) -> dict[Any, dict[str, list[datetime]]]:
    """When each of them took calls and sent units lately, and the calls that they are taking."""
    found: dict[Any, dict[str, list[datetime]]] = {}
    ours = {"agency_id": actor.agency_id}
    sources = {
        "calls": Call.objects.filter(taken_by__in=people, **ours)
        .order_by("-received_at")
        .values_list("taken_by", "received_at"),
        "sent": Assignment.objects.filter(sent_by__in=people, **ours)
        .order_by("-dispatched_at")
        .values_list("sent_by", "dispatched_at"),
        "drafts": Draft.objects.filter(owner__in=people, ended_at__isnull=True, **ours).values_list(
            "owner", "saved_at"
        ),
    }
    for name, rows in sources.items():
        for person, at in rows[:500]:
            found.setdefault(person, {}).setdefault(name, []).append(at)
    return found


def _since(turn: DeskTurn, did: dict[Any, dict[str, list[datetime]]]) -> Row:
    mine = did.get(turn.user_id, {})
    calls = [at for at in mine.get("calls", ()) if at >= turn.began_at]
    every = [at for times in mine.values() for at in times if at >= turn.began_at]
    return {"calls": len(calls), "last": max(every, default=None), "drafts": len(mine.get("drafts", ()))}
