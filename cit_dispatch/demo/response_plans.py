"""Response plans of invented students: two in force, one expired, one that waits. Nobody in them is real."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.care import empty
from incidents.models import ResponsePlan
from incidents.services import plans_of_care
from officers.models import Campus, RoleGrant
from officers.roles import Role
from officers.selectors import actor_of

UNDER_A_TABLE, IN_THE_OFFICE, WORN_OUT, NEW_HERE = "SR-204417", "SR-118302", "SR-155093", "SR-310226"
AIDE = {
    "name": "S. Ocotillo",
    "relationship": "Aide",
    "organization": "Campus",
    "phone": "555-0131",
    "reach": "Room A-12",
}
AUNT = {"name": "M. Feldspar", "relationship": "Aunt", "organization": "", "phone": "555-0142", "reach": "Evenings"}


def _helps(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"technique": slug, "text": text} for slug, text in pairs]


def _texts(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


def _trigger(text: str, source: str) -> dict[str, str]:
    return {"text": text, "source": source, "on": ""}


def _concern(category: str, text: str, since: date, source: str) -> dict[str, str]:
    until = since + timedelta(days=300)
    return {"category": category, "text": text, "on": f"{since}", "source": source, "expires_on": f"{until}"}


def _words(today: date) -> dict[str, dict[str, Any]]:
    """What each plan says."""
    since = today - timedelta(days=45)
    return {
        UNDER_A_TABLE: {
            "caution": "Do not touch or block the way out",
            "baseline": "Quiet, answers in single words, likes maps and timetables.",
            "escalated": "Hands over his ears, then hides below furniture. He does not hear questions then.",
            "triggers": [_trigger("Fire drills and sirens", "Aide"), _trigger("Being touched", "Mother")],
            "helps": _helps(
                ("quiet_room", ""), ("sensory_supports", "headphones, in his bag"), ("trusted_person", "his aide")
            ),
            "avoid": _helps(("", "Sirens, raised voices"), ("", "More than one person talking")),
            "strategies": _texts("Clear the hall", "Sit down at a distance and wait", "Offer the headphones"),
            "contacts": [AIDE, AUNT],
            "safety": [_concern("flight", "Runs to the parking lot", since, "Campus log")],
            "sensory": "Light and noise hurt him. Dim the room first.",
            "supervision": "Never alone in a hall for the rest of the day.",
        },
        IN_THE_OFFICE: {
            "helps": _helps(
                ("slowed_pace", ""), ("single_communicator", "one person who talks"), ("", "the counselor he knows")
            ),
            "avoid": _helps(("", "Questions in front of others")),
            "contacts": [AUNT],
            "language": "Spanish at home; speaks English well until upset.",
        },
        WORN_OUT: {
            "caution": "Runs when cornered",
            "helps": _helps(("", "A walk outside")),
            "avoid": _helps(("", "More than one adult at a time")),
        },
        NEW_HERE: {
            "baseline": "Talks a lot, jokes with everybody.",
            "escalated": "Falls silent, then throws what is near.",
            "helps": _helps(("offered_choices", "two, no more"), ("calm_tone", "")),
            "avoid": _helps(("limit_setting", "in front of the class")),
            "safety": [_concern("assaultive_to_public", "Threw a chair, nobody hurt", since, "Campus log")],
        },
    }


def build(places: Places, at: datetime) -> None:
    """Written by a counselor, approved by a supervisor; one has ended since, one waits for approval."""
    writer, campus = _counselor(places)
    reviewer = _supervisor(places)
    today = timezone.localdate(at)
    for student, words in _words(today).items():
        worn_out = student == WORN_OUT
        then = at - timedelta(days=300 if worn_out else 40)
        plan = _submitted(student, words, writer, campus, then)
        if student != NEW_HERE:
            until = today + timedelta(days=-12 if worn_out else 140)
            plans_of_care.approve(plan, actor=reviewer, expected_version=None, expires_on=until, at=then)
    plans_of_care.expire(places.agency, today, at=at)


def _submitted(student: str, words: dict[str, Any], writer: Actor, campus: Campus | None, at: datetime) -> ResponsePlan:
    plan = plans_of_care.begin(student, actor=writer, campus=campus, at=at)
    content = {name: value for name, value in {**empty(), **words}.items() if name != "schema"}
    plan = plans_of_care.revise(plan, actor=writer, expected_version=None, private_notes="", at=at, **content)
    return plans_of_care.submit(plan, actor=writer, expected_version=None, at=at)


def _counselor(places: Places) -> tuple[Actor, Campus | None]:
    grants = RoleGrant.objects.filter(agency=places.agency, role=Role.COUNSELOR).select_related("user", "campus")
    first = grants.order_by("user__email")[0]
    return actor_of(first.user), first.campus


def _supervisor(places: Places) -> Actor:
    grants = RoleGrant.objects.filter(agency=places.agency, role=Role.SUPERVISOR).select_related("user")
    return actor_of(grants.order_by("user__email")[0].user)
