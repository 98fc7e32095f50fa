"""The people of the cast as training sees them, and what they have done."""

from datetime import date, timedelta
from typing import Any

from core.actors import Actor
from core.models import Event
from officers import catalogue
from officers.models import Booking, Certification, Course, Officer, TrainingSession
from officers.roles import Role
from officers.selectors import actor_of
from officers.services import classes
from tests.cast import NOON, District, person

TODAY = NOON.date()
TOMORROW = NOON + timedelta(days=1)
PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"


def coordinator(district: District, name: str = "Willow") -> Actor:
    """The training coordinator."""
    return actor_of(person(district.campus.agency, name, Role.TRAINING))


def course(district: District, number: str = "3843") -> Course:
    """A course of the catalogue."""
    return catalogue.install(district.campus.agency)[number]


def certificate(officer: Officer, number: str, day: date, **fields: Any) -> Certification:
    """A verified completion that was there before."""
    row = catalogue.install(officer.agency)[number]
    given: dict[str, Any] = {"verified_at": NOON - timedelta(days=1), **fields}
    return Certification.objects.create(agency=officer.agency, user=officer.user, course=row, completed_on=day, **given)


def planned(district: District, actor: Actor, **fields: Any) -> TrainingSession:
    """A class tomorrow."""
    typed: dict[str, Any] = {
        "course": course(district),
        "starts_at": TOMORROW,
        "ends_at": TOMORROW + timedelta(hours=8),
        "place": "Room A-101",
        "at": NOON,
    }
    return classes.plan(actor=actor, **{**typed, **fields})


def seated(district: District, actor: Actor, officer: Officer | None = None, **fields: Any) -> Booking:
    """A seat in a class of tomorrow."""
    return classes.book(
        officer or district.cit_officer, actor=actor, session=planned(district, actor, **fields), at=NOON
    )


def events() -> list[str]:
    """What was recorded, in order."""
    return list(Event.objects.order_by("at", "id").values_list("type", flat=True))
