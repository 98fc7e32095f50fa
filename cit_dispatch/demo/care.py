"""What is told of two calls in progress, and what an officer learned. Nobody in them is real."""

from datetime import datetime, timedelta
from uuid import uuid4

from cit_dispatch.demo.places import Places
from cit_dispatch.demo.response_plans import IN_THE_OFFICE, UNDER_A_TABLE
from core.actors import Actor
from incidents.models import Assignment, Incident, ResponsePlan, Subject
from incidents.services import care, duplicates, notes
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of


def tell(places: Places, at: datetime) -> None:
    """Who the calls are about, what was written since, and a second call about one of them."""
    desk = _one(places, Role.DISPATCHER)
    agency = places.agency
    for incident in Incident.objects.filter(agency=agency, status="dispatched").order_by("received_at"):
        if incident.nature == "behavioral_disability_crisis":
            _person(incident, UNDER_A_TABLE, "g04", "Blue sweater, hands over his ears")
            _written(incident, desk, at)
        elif incident.nature == "suicidal_ideation":
            _person(incident, IN_THE_OFFICE, "g08", "Black jacket")
            _second_call(incident, desk, at - timedelta(seconds=20))


def _person(incident: Incident, number: str, grade: str, description: str) -> None:
    Subject.objects.create(
        agency_id=incident.agency_id,
        incident=incident,
        role="student",
        name="Sample Student",
        student_number=number,
        grade=grade,
        description=description,
    )


def _written(incident: Incident, desk: Actor, at: datetime) -> None:
    """The desk notes, mistakes a door, corrects it; the officer reports."""
    wrong = notes.add(incident, actor=desk, text="Hall cleared by staff, aide waits at door A1", at=_minutes(at, 4))
    notes.correct(wrong, actor=desk, text="Hall cleared by staff, aide waits at door A2", at=_minutes(at, 3.5))
    part = Assignment.objects.filter(incident=incident).select_related("officer__user").first()
    if part is not None:
        officer = actor_of(part.officer.user)
        notes.add(incident, actor=officer, text="Calming, moving to the quiet room with his aide", at=_minutes(at, 1))
        _learned(officer, at)


def _learned(officer: Actor, at: datetime) -> None:
    """A suggestion for the plan, from who is there."""
    plan = ResponsePlan.objects.get(agency=officer.agency_id, student_number=UNDER_A_TABLE, status="approved")
    said = "Counting the ceiling tiles together brought him back."
    care.suggest(plan, actor=officer, kind="helps", text=said, client_key=uuid4(), at=_minutes(at, 0.5))


def _second_call(incident: Incident, desk: Actor, at: datetime) -> None:
    duplicates.attach(
        incident,
        actor=desk,
        client_key=uuid4(),
        received_via="district_phone",
        caller_role="teacher",
        caller_name="",
        callback="",
        extension="2114",
        language_needed="",
        nature="suicidal_ideation",
        said="One of my students showed me a page of his notebook. I think he is with the counselor now.",
        answers={"q04": "no"},
        subjects=[],
        at=at,
    )


def _minutes(at: datetime, minutes: float) -> datetime:
    return at - timedelta(minutes=minutes)


def _one(places: Places, role: Role) -> Actor:
    grants = RoleGrant.objects.filter(agency=places.agency, role=role).select_related("user")
    return actor_of(grants.order_by("user__email")[0].user)
