"""Calls in progress at this moment, so that the console shows what it is for. Nobody in them is real."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.models import Assignment, Incident
from incidents.selectors import candidates
from incidents.services import assessments, assignments, calls
from officers.models import RoleGrant, Room
from officers.roles import Role
from officers.selectors import actor_of

CALM = {"q03": "no", "q04": "no", "q05": "no", "q06": "no", "q07": "with_adult", "q09a": "same"}


@dataclass(frozen=True)
class Call:
    """One call: where, what, how many minutes ago, what was answered, and how far it has come."""

    campus: str
    room: str
    nature: str
    minutes: float
    said: str
    caller: str
    answers: Mapping[str, str] = field(default_factory=dict)
    stage: str = "waiting"


CALLS = (
    Call(
        "AGE",
        "A-101",
        "behavioral_disability_crisis",
        9,
        "A fourth grader is under a table, covers his ears and will not come out. His aide is with him.",
        "teacher",
        {"q09a": "calmer"},
        "on_scene",
    ),
    Call(
        "GMS",
        "B-205",
        "panic_anxiety",
        4,
        "A girl is in the restroom and cannot get her breath. A friend is with her.",
        "nurse",
        {"q07": "with_students"},
        "en_route",
    ),
    Call(
        "BMS",
        "C-102",
        "suicidal_ideation",
        2,
        "He wrote in his notebook that nobody would miss him. He is with me in my office.",
        "counselor",
        {"q05": "talks_about", "q05a": "unknown"},
        "dispatched",
    ),
    Call(
        "YUE",
        "A-102",
        "family_crisis",
        1,
        "Two parents are shouting at each other at the front desk, in front of their son.",
        "administrator",
        {"q06": "threat_general"},
    ),
)


def build(places: Places, at: datetime) -> list[Incident]:
    """Log, assess and send as a dispatcher would have done in the last minutes."""
    grants = RoleGrant.objects.filter(agency=places.agency, role=Role.DISPATCHER).select_related("user")
    actor = actor_of(grants.order_by("user__email")[0].user)
    return [one(places, call, actor, at - timedelta(minutes=call.minutes)) for call in CALLS]


def one(places: Places, call: Call, actor: Actor, at: datetime) -> Incident:
    """One call, as far as it has come."""
    campus = next(each for each in places.campuses if each.code == call.campus)
    room = Room.objects.get(building__campus=campus, name=call.room)
    logged = calls.log(
        campus,
        actor=actor,
        client_key=uuid4(),
        room=room,
        nature=call.nature,
        received_via="school_staff",
        caller_role=call.caller,
        caller_name="",
        callback="555-0142",
        said=call.said,
        at=at,
    )
    later = at + timedelta(seconds=20)
    incident = assessments.assess(
        logged.incident, actor=actor, expected_version=None, answers={**CALM, **call.answers}, at=later
    )
    return _sent(incident, call, actor, later)


def _sent(incident: Incident, call: Call, actor: Actor, at: datetime) -> Incident:
    """As far as the call has come: the unit recommended first, half a minute for each step."""
    first = candidates.recommendation(actor, incident, at).first
    if call.stage == "waiting" or first is None:
        return incident
    step = timedelta(seconds=30)
    officer = candidates.officers(actor).get(pk=first.unit.key)
    part: Assignment = assignments.send(incident, actor=actor, expected_version=None, officer=officer, at=at + step)
    if call.stage != "dispatched":
        part = assignments.start(part, actor=actor, expected_version=None, at=at + 2 * step)
    if call.stage == "on_scene":
        assignments.arrive(part, actor=actor, expected_version=None, at=at + 5 * step)
    return incident
