"""The fixed cast: a dispatcher, two officers, a supervisor, and a stranger from another agency."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from core import clock
from core.actors import Actor
from incidents.models import Call, DeescalationRecord, Incident
from incidents.services import assignments, calls, records
from officers import catalogue
from officers.models import (
    Agency,
    Building,
    Campus,
    Certification,
    Officer,
    RoleGrant,
    Room,
    TimeEntry,
    TravelTime,
    User,
)
from officers.roles import Duty, License, Role
from officers.selectors import actor_of
from referrals.models import Referral, ReferralTeam, TeamMember
from referrals.services import referrals

NOON = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
ZONE = ZoneInfo("America/Denver")
CALM = {"q03": "no", "q04": "no", "q05": "no", "q06": "no", "q07": "with_adult", "q09a": "calmer"}
WHOLE: dict[str, Any] = {
    "nature": ["suicidal"],
    "behaviors": ["crying_hopeless"],
    "techniques": ["calm_tone"],
    "weapon": "none",
    "force_highest": 0,
    "anyone_injured": False,
    "primary_outcome": "ref_counselor",
    "notifications": [{"party": "parent_guardian", "method": "phone", "reached_at": "2026-03-04T18:00:00+00:00"}],
    "arrestable_but_diverted": False,
}


def day_here() -> date:
    """Today on the agency's wall, which is yesterday in Greenwich all evening long."""
    return timezone.localdate(clock.now(), ZONE)


@dataclass(frozen=True)
class District:
    """One small agency with its people as actors."""

    campus: Campus
    room: Room
    dispatcher: Actor
    supervisor: Actor
    cit_officer: Officer
    other_officer: Officer

    def officer(self, officer: Officer) -> Actor:
        """The officer as an actor."""
        return actor_of(officer.user)


def person(agency: Agency, name: str, role: Role) -> User:
    """A person with one role."""
    user = User.objects.create(agency=agency, email=f"{name.lower()}.{agency.short_name}@example.org", name=name)
    RoleGrant.objects.create(agency=agency, user=user, role=role)
    return user


def officer(campus: Campus, name: str, call_sign: str, *, cit: bool) -> Officer:
    """An officer on duty at the campus, certified or not."""
    user = person(campus.agency, name, Role.POLICE_OFFICER)
    if cit:
        Certification.objects.create(
            agency=campus.agency,
            user=user,
            course=catalogue.install(campus.agency)["1850"],
            completed_on=date(2024, 5, 1),
            verified_at=NOON.replace(year=2024),
        )
    made = Officer.objects.create(
        agency=campus.agency,
        user=user,
        call_sign=call_sign,
        badge=call_sign,
        license=License.PEACE_OFFICER,
        home_campus=campus,
        last_campus=campus,
        duty=Duty.AVAILABLE,
        duty_since=NOON,
    )
    TimeEntry.objects.create(agency=campus.agency, officer=made, clocked_in_at=NOON)
    return made


def build(short_name: str) -> District:
    """A whole small district."""
    agency = Agency.objects.create(name=f"{short_name} ISD Police", short_name=short_name)
    campus = Campus.objects.create(agency=agency, name="Agave High School", code="AHS", kind="high")
    building = Building.objects.create(agency=agency, campus=campus, name="B")
    room = Room.objects.create(agency=agency, building=building, name="B-204", nearest_door="B3")
    TravelTime.objects.create(agency=agency, origin=campus, destination=campus, minutes=2)
    return District(
        campus=campus,
        room=room,
        dispatcher=actor_of(person(agency, "Feldspar", Role.DISPATCHER)),
        supervisor=actor_of(person(agency, "Ocotillo", Role.SUPERVISOR)),
        cit_officer=officer(campus, "Yucca", "C-12", cit=True),
        other_officer=officer(campus, "Basalt", "S-21", cit=False),
    )


def log_call(district: District, **changes: Any) -> Call:
    """A call as a dispatcher types it."""
    typed: dict[str, Any] = {
        "client_key": uuid4(),
        "room": district.room,
        "nature": "suicidal_ideation",
        "received_via": "school_staff",
        "caller_role": "teacher",
        "caller_name": "",
        "callback": "555-0101",
        "said": "A student says there is no point any more.",
        "at": NOON,
    }
    return calls.log(district.campus, actor=district.dispatcher, **{**typed, **changes})


def arrived(district: District, incident: Incident) -> Any:
    """The CIT officer sent to the incident and on scene."""
    sent = assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.cit_officer,
        # Only asked for, and only kept, where somebody else is recommended.
        override_reason="knows_person",
        at=NOON,
    )
    return assignments.arrive(sent, actor=district.officer(district.cit_officer), expected_version=None, at=NOON)


def begun(district: District, incident: Incident) -> DeescalationRecord:
    """The CIT officer's record of the incident, still empty."""
    return records.begin(
        incident, actor=district.officer(district.cit_officer), role="student", name="", grade="g10", at=NOON
    )


@pytest.fixture
def district(db: None) -> District:
    """The district of the cast."""
    return build("sotol")


@pytest.fixture
def neighbor(db: None) -> District:
    """Another agency: the strangers."""
    return build("neighbor")


def filed(district: District) -> DeescalationRecord:
    """A filed record of a fresh incident, its author clear again."""
    incident = log_call(district).incident
    part = arrived(district, incident)
    me = district.officer(district.cit_officer)
    record = records.save(begun(district, incident), actor=me, expected_version=None, at=NOON, **WHOLE)
    record = records.submit(record, actor=me, expected_version=None, at=NOON)
    assignments.clear(part, actor=me, expected_version=None, at=NOON)
    return record


def counselors(district: District, *names: str) -> tuple[ReferralTeam, list[Actor]]:
    """The campus's counselors as a team."""
    agency = district.campus.agency
    team = ReferralTeam.objects.create(agency=agency, name="Agave counselors", kind="counselor", campus=district.campus)
    people = [person(agency, name, Role.COUNSELOR) for name in names]
    for user in people:
        TeamMember.objects.create(agency=agency, team=team, user=user)
    return team, [actor_of(user) for user in people]


def refer(district: District, team: ReferralTeam, at: datetime = NOON) -> Referral:
    """The CIT officer's referral to the team."""
    me = district.officer(district.cit_officer)
    return referrals.make(filed(district), actor=me, client_key=uuid4(), team=team, urgency="urgent", at=at)
