"""Forms filled and signed, with words long enough to be looked at on paper."""

from datetime import datetime
from typing import Any

from core.actors import Actor
from incidents.models import Duty, LegalForm
from incidents.services import legal_forms
from tests.cast import NOON

TIME = "2026-03-04T11:00-07:00"
LONG = "He stood on the railing of the second floor and said twice that he would let go. He did not answer to his name."
ANSWERS: dict[str, Any] = {
    "person_name": "Sample Student",
    "found_at": "Agave High School, building B, second floor",
    "phone": "555-0100",
    "agency_address": "1 Sotol Way",
    "facility": "Mesa Crisis Center",
    "ground": ["serious_harm_self", "unable_to_recognize_symptoms"],
    "risk": LONG,
    "imminence": "He was on the wrong side of the railing and leaned out while he talked.",
    "mental_illness": "He answered voices that nobody else heard and did not know where he was.",
    "behavior_source": ["observed", "reliably_reported"],
    "description": f"{LONG}\nA teacher had heard him say goodbye to a friend.",
    "reporters": "Ms. Feldspar, 555-0111, teacher\nSam Basalt, 555-0112, friend",
    "restrained": "no",
    "told_orally": "yes",
    "told_at": TIME,
    "taken_at": TIME,
    "officer_name": "Yucca",
    "badge": "C-12",
    "agency": "Sotol Ridge ISD Police",
}
OTHERS: dict[str, Any] = {
    "concern": "A child said that somebody at home hits him.",
    "alleged_parent": "no",
    "learned_at": TIME,
    "reported_at": TIME,
    "reported_to": "protective",
    "reference": "CPS-4711",
    "taken_by": "Operator 12",
    "campus": "Agave High School",
    "staff": "Officer Yucca",
    "started": TIME,
    "ended": "2026-03-04T11:04-07:00",
    "location": "Hallway by room B-204",
    "kind": "Physical",
    "before": "He had been told to leave the classroom and walked up and down.",
    "prompting": "He hit the glass of the door with his fist and was about to do so again.",
    "tried": "One person talked, calm tone, the hallway was cleared, he was offered the quiet room.",
    "contacts": "2026-03-04 11:20 Phone: Reached (Yucca)",
    "call": "Officer Yucca, 555-0100",
    "when": TIME,
    "happened": "He told a friend that he does not want to live any more. He is safe and with the counselor.",
    "outcome": "The counselor stays with him until you come.",
    "told_by": "Officer Yucca, by phone",
    "grade": "Grade 10",
    "occurred": TIME,
    "facts": "He wrote that he would bring a knife on Friday and named a classmate.",
    "target": "A classmate in the same grade",
    "means": "Says that there is a hunting knife at home.",
    "serious": "no",
    "done": "Bag searched with consent, seat changed, parents called.",
    "confidential": "yes",
    "offense": "Assault, class A",
    "oral_at": TIME,
    "oral_to": "Superintendent’s designee",
    "owner": "A. Ocotillo",
    "item": "Pistol, 9 mm, serial number 000-DEMO",
    "place": "Agave High School, parking lot",
    "kept_at": "Property room, shelf 4",
}


def completed(duty: Duty, actor: Actor, language: str = "en", at: datetime = NOON, **answers: Any) -> LegalForm:
    """A draft with every answer that its words ask for."""
    form = legal_forms.begin(duty, actor=actor, language=language, at=at)
    asked = {field["key"] for field in form.template.content["fields"]}
    given = {key: value for key, value in {**ANSWERS, **OTHERS, **answers}.items() if key in asked}
    return legal_forms.revise(form, actor=actor, expected_version=None, answers=given, at=at)


def signed(form: LegalForm, actor: Actor, at: datetime = NOON, **changes: Any) -> LegalForm:
    """The draft signed by its officer."""
    given = {"signed_name": actor.name, "confirmed": True, **changes}
    return legal_forms.sign(form, actor=actor, expected_version=None, at=at, **given)
