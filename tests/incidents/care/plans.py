"""Plans for the tests of this folder and of others: written, waiting, in force, expired."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from core import clock
from core.actors import Actor
from incidents.care import SECTIONS, empty, normal
from incidents.models import ResponsePlan, Subject
from incidents.services import plans_of_care
from officers.models import User
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import ZONE, District, log_call, person

SINCE = "2026-01-15"
WORDS: dict[str, Any] = {
    "caution": "Do not block the exit",
    "baseline": "Quiet, likes maps.",
    "helps": [{"technique": "quiet_room", "text": ""}, {"technique": "", "text": "Headphones"}],
    "avoid": [{"technique": "", "text": "Sirens"}],
    "strategies": [{"text": "Sit down at a distance"}],
}


def concern(until: date | str, category: str = "flight") -> dict[str, str]:
    """A safety concern that ends on this day."""
    return {"category": category, "text": "", "on": SINCE, "source": "26-000012", "expires_on": str(until)}


def words(**changes: Any) -> dict[str, Any]:
    """What `revise` takes, with these changes."""
    whole = {**empty(), **WORDS, **changes}
    return {"private_notes": "", **{name: whole[name] for name in (*SECTIONS, "private_notes") if name in whole}}


def rows(helps: str, avoid: str) -> dict[str, Any]:
    """A line of each."""
    return {"helps": [{"technique": "", "text": helps}], "avoid": [{"technique": "", "text": avoid}]}


def second(district: District) -> Actor:
    """Another supervisor, who approves."""
    email = f"pinyon.{district.campus.agency.short_name}@example.org"
    found = User.objects.filter(email=email).first()
    return actor_of(found or person(district.campus.agency, "Pinyon", Role.SUPERVISOR))


def today(at: datetime | None = None) -> date:
    """The day on the wall."""
    return timezone.localdate(at or clock.now(), ZONE)


def draft(district: District, student: str = "S-77", actor: Actor | None = None, **changes: Any) -> ResponsePlan:
    """Begun and written by the supervisor or somebody else."""
    by = actor or district.supervisor
    plan = plans_of_care.begin(student, actor=by, campus=district.campus)
    return plans_of_care.revise(plan, actor=by, expected_version=None, **words(**changes))


def waiting(district: District, student: str = "S-77", actor: Actor | None = None, **changes: Any) -> ResponsePlan:
    """Handed in."""
    plan = draft(district, student, actor, **changes)
    return plans_of_care.submit(plan, actor=actor or district.supervisor, expected_version=None)


def in_force(district: District, student: str = "S-77", until: date | None = None, **changes: Any) -> ResponsePlan:
    """Approved by the other supervisor; the day of its end may be any."""
    plan = waiting(district, student, **changes)
    day = today() + timedelta(days=100)
    plan = plans_of_care.approve(plan, actor=second(district), expected_version=None, expires_on=day)
    if until is not None:
        ResponsePlan.objects.filter(pk=plan.pk).update(expires_on=until)
        plan.refresh_from_db()
    return plan


def stored(district: District, student: str = "S-77", **changes: Any) -> ResponsePlan:
    """In force, put there without its story."""
    by = {"written_by_id": district.dispatcher.person, "approved_by_id": district.supervisor.person}
    given = {"content": normal(WORDS), "status": "approved", "submitted_at": clock.now(), **by, **changes}
    given.setdefault("reviewed_on", today() - timedelta(days=20))
    given.setdefault("expires_on", today() + timedelta(days=90))
    return ResponsePlan.objects.create(agency=district.campus.agency, student_number=student, **given)


def met(district: District, student: str = "S-77") -> Subject:
    """The person in a fresh incident."""
    incident = log_call(district).incident
    return Subject.objects.create(
        agency=district.campus.agency, incident=incident, role="student", student_number=student
    )
