"""A district at work: a hundred open incidents, and as many closed ones as asked."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection

from core import clock
from core.actors import Actor
from incidents.models import Call
from incidents.services import assessments, assignments, calls
from incidents.vocabulary import Override
from officers import catalogue
from officers.models import (
    Agency,
    Building,
    Campus,
    Certification,
    Course,
    CoverageRule,
    Officer,
    RoleGrant,
    Room,
    Shift,
    TimeEntry,
    TravelTime,
    User,
)
from officers.roles import Duty, License, Role
from officers.selectors import actor_of
from officers.vocabulary import Position

OPEN = 100
RULES = 5
OFFICERS = 25
CROWD = 200
CAMPUSES = 10
ANSWERS = {"q03": "no", "q04": "unknown", "q05": "talks_about", "q06": "no"}
# History is written in bulk: it only has to be there, and a hundred thousand cases would take hours.
_HISTORY = """
WITH incident AS (
  INSERT INTO incidents_incident (id, version, case_id, agency_id, number, status, campus_id, nature, priority,
         cit_required, cit_triggers, cit_unavailable_reason, received_at, triaged_at, dispatched_at,
         first_on_scene_at, first_cit_on_scene_at, cleared_at, closed_at, close_reason, origin, place_text)
  SELECT gen_random_uuid(), 5, gen_random_uuid(), %(agency)s, 'H-' || n, 'closed', %(campus)s,
         'suicidal_ideation', 'p2', true, '{}', '', at, at, at, at, at, at, at, 'report_taken', 'call', ''
    FROM (SELECT n, now() - n * interval '20 minutes' AS at
            FROM generate_series(%(first)s::int, %(last)s::int) AS n) AS numbered
  RETURNING id, case_id, agency_id, number, received_at
), call AS (
  INSERT INTO incidents_call (id, agency_id, incident_id, case_id, number, client_key, taken_by_id, received_at,
         received_via, caller_role, caller_name, callback, said, language_needed, extension, nature)
  SELECT gen_random_uuid(), agency_id, id, case_id, number, gen_random_uuid(), %(dispatcher)s, received_at,
         'school_staff', 'teacher', '', '', 'A closed call.', '', '', '' FROM incident
)
INSERT INTO incidents_assignment (id, version, case_id, agency_id, incident_id, officer_id, sent_by_id, status,
       minutes_away, cit_when_sent, cit_on_arrival, cit_course, dispatched_at, on_scene_at, clear_at, cancel_reason,
       override_reason, override_note, "primary", license_type)
SELECT gen_random_uuid(), 4, case_id, agency_id, id, %(officer)s, %(dispatcher)s, 'clear',
       3, true, true, '1850', received_at, received_at, received_at, '', '', '', false, 'peace_officer' FROM incident
"""


@dataclass(frozen=True)
class Town:
    """One agency with its dispatcher."""

    campus: Campus
    dispatcher: User
    actor: Actor
    officers: list[Officer]


@dataclass(frozen=True)
class Towns:
    """The district that is read, the one that is written in, and one with a large roster."""

    town: Town
    writer: Town
    crowd: Town


def towns() -> Towns:
    """Three districts at work."""
    found = Towns(build("bench"), build("writer", officers=1), build("crowd", officers=CROWD))
    for town in (found.town, found.crowd):
        open_incidents(town)
        _minimums(town)
    return found


def _minimums(town: Town) -> None:
    """What the console watches beside its incidents: rules for every hour, and a shift for everybody."""
    now, common = clock.now(), {"agency": town.campus.agency}
    for number in range(RULES):
        CoverageRule.objects.create(
            name=f"Rule {number}", number=number + 1, weekdays=list(range(7)), starts=time(0), ends=time(0), **common
        )
    Shift.objects.bulk_create(
        [
            Shift(
                officer=each,
                position=Position.PATROL,
                starts_at=now - timedelta(hours=1),
                ends_at=now + timedelta(hours=7),
                **common,
            )
            for each in town.officers
        ]
    )


def build(name: str, officers: int = OFFICERS) -> Town:
    """Places and people, nothing happening yet."""
    agency = Agency.objects.create(name=f"{name} ISD Police", short_name=name)
    campuses = [
        Campus.objects.create(agency=agency, name=f"Campus {n}", code=f"C{n}", kind="high") for n in range(CAMPUSES)
    ]
    campus = campuses[0]
    building = Building.objects.create(agency=agency, campus=campus, name="B")
    Room.objects.create(agency=agency, building=building, name="B-204", nearest_door="B3")
    TravelTime.objects.bulk_create(
        [TravelTime(agency=agency, origin=a, destination=b, minutes=4) for a in campuses for b in campuses]
    )
    dispatcher = person(agency, f"dispatcher@{name}.example.org", Role.DISPATCHER)
    course = catalogue.install(agency)["1850"]
    crew = [_officer(campuses[n % CAMPUSES], name, n, course) for n in range(officers)]
    return Town(campus, dispatcher, actor_of(dispatcher), crew)


def person(agency: Agency, email: str, role: Role) -> User:
    """Somebody with one role."""
    user = User.objects.create(agency=agency, email=email, name=email.split("@", maxsplit=1)[0])
    RoleGrant.objects.create(agency=agency, user=user, role=role)
    return user


def _officer(campus: Campus, name: str, number: int, course: Course) -> Officer:
    now = clock.now()
    user = person(campus.agency, f"officer{number}@{name}.example.org", Role.POLICE_OFFICER)
    Certification.objects.create(
        agency=campus.agency,
        user=user,
        course=course,
        completed_on=now.date() - timedelta(days=90),
        verified_at=now,
    )
    made = Officer.objects.create(
        agency=campus.agency,
        user=user,
        call_sign=f"C-{number:02d}",
        badge=str(number),
        license=License.PEACE_OFFICER,
        home_campus=campus,
        last_campus=campus,
        duty=Duty.AVAILABLE,
        duty_since=now,
    )
    TimeEntry.objects.create(agency=campus.agency, officer=made, clocked_in_at=now)
    return made


def open_incidents(town: Town) -> None:
    """A hundred, all assessed, as many with a unit as there are officers less five."""
    for number in range(OPEN):
        incident = assessments.assess(_call(town).incident, actor=town.actor, expected_version=None, answers=ANSWERS)
        if number < len(town.officers) - 5:
            assignments.send(
                incident,
                actor=town.actor,
                expected_version=None,
                officer=town.officers[number],
                # Only kept where another unit is recommended.
                override_reason=Override.NEARER.value,
            )


def history(town: Town, first: int, last: int) -> None:
    """Closed incidents number `first` to `last`, with their calls and assignments."""
    values: dict[str, Any] = {
        "agency": town.campus.agency_id,
        "campus": town.campus.pk,
        "dispatcher": town.dispatcher.pk,
        "officer": town.officers[0].pk,
        "first": first,
        "last": last,
    }
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY, values)


def _call(town: Town) -> Call:
    return calls.log(
        town.campus,
        actor=town.actor,
        client_key=uuid4(),
        room=None,
        nature="suicidal_ideation",
        received_via="school_staff",
        caller_role="teacher",
        caller_name="",
        callback="",
        said="A call of the measurement.",
    )
