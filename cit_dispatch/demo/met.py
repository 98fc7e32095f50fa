"""Invented people who are met again: some of the demonstration's subjects are linked to earlier contacts."""

from datetime import date, datetime, timedelta
from uuid import uuid4

from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.models import Guardian, Person, Subject
from incidents.people_vocabulary import Act
from incidents.selectors import people_keys
from incidents.services import calls, incidents, people, people_access, subjects
from officers.models import Campus, RoleGrant
from officers.roles import Role
from officers.selectors import actor_of

HANDED = timedelta(minutes=12)
# Given name, family name, born this many years and days ago, student number, days since each earlier contact.
MET = (
    ("Larkspur", "Ocotillo", 15, 120, "D20417", (40, 190)),
    # Twice on file: for the merge.
    ("Lark", "Ocotillo", 15, 120, "", (300,)),
)
SAID = "The student is upset again. The counselor asks for somebody who knows how to talk."


def build(places: Places, at: datetime) -> None:
    """Two rows of one person with calls that a counselor took over, and somebody of an open incident recognized."""
    desk = _desk(places)
    made = [_person(places, desk, at, one) for one in MET]
    Guardian.objects.create(
        agency=places.agency, person=made[0], name="Marigold Ocotillo", relationship="Mother", phone="555-0142",
        language="es",
    )  # fmt: skip
    _recognize(places, desk, at)


def _person(places: Places, desk: Actor, at: datetime, who: tuple[str, str, int, int, str, tuple[int, ...]]) -> Person:
    given, family, years, days, number, ago = who
    today = at.date()
    born = date(today.year - years, today.month, 1) - timedelta(days=days)
    campus = Campus.objects.filter(agency=places.agency, kind="high").order_by("name")[0]
    made = Person(
        agency=places.agency, given_name=given, family_name=family, birth_date=born, student_number=number,
        role="student", grade="g09", campus=campus,
    )  # fmt: skip
    made.search_keys = people_keys.of(made)
    made.save()
    for back in ago:
        _met(made, campus, desk, at - timedelta(days=back))
    return made


def _met(person: Person, campus: Campus, desk: Actor, at: datetime) -> None:
    """An earlier call about the person, handed to the counselor and closed."""
    call = calls.log(
        campus, actor=desk, client_key=uuid4(), room=None, nature="emotional_outburst", received_via="school_staff",
        caller_role="counselor", caller_name="", callback="555-0141", said=SAID, at=at,
    )  # fmt: skip
    told = {"role": "student", "name": person.name, "grade": "g09"}
    one = subjects.build(call.incident, told)
    one.save()
    incidents.cancel(call.incident, actor=desk, expected_version=None, close_reason="handed_off", at=at + HANDED)
    people_access.note([person.pk], actor=desk, act=Act.SUGGESTED, incident=call.incident, at=at)
    people.link(one, actor=desk, person=person, at=at)


def _recognize(places: Places, desk: Actor, at: datetime) -> None:
    """Somebody of an open incident is entered, and was met before."""
    one = Subject.objects.filter(agency=places.agency, person=None).order_by("-created_at").first()
    if one is None:
        return
    given, _space, family = one.name.partition(" ")
    born = date(at.year - 10, 2, 3)
    made = people.create(
        one, actor=desk, given_name=given, family_name=family, birth_date=born, student_number=one.student_number
    )
    _met(made, one.incident.campus, desk, at - timedelta(days=75))


def _desk(places: Places) -> Actor:
    grants = RoleGrant.objects.filter(agency=places.agency, role=Role.DISPATCHER).select_related("user")
    return actor_of(grants.order_by("user__email")[0].user)
