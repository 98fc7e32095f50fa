"""A call being taken, as the tests of this folder take it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from core.actors import Actor
from incidents.models import Call, Draft
from incidents.services import intake, intake_drafts
from incidents.services.intake_rows import Where
from tests.cast import NOON, District

HEARD: dict[str, Any] = {
    "place_text": "",
    "extension": "",
    "nature": "suicidal_ideation",
    "received_via": "district_phone",
    "caller_role": "teacher",
    "caller_name": "A. Whitman",
    "callback": "555-0101",
    "language_needed": "",
    "said": "A student says there is no point any more.",
    "origin": "call",
    "scheduled_for": None,
    "answers": {},
    "subjects": [],
    "officers": [],
    "cit_unavailable_reason": "",
    "override_reason": "",
    "override_note": "",
    "shown": "",
}
FAST = {"q04": "no", "q03": "no", "q05": "talks_about", "q06": "no", "q07": "with_adult", "q09a": "same"}


def take(actor: Actor, key: UUID | None = None, at: datetime = NOON, **typed: Any) -> Draft:
    """A draft of the actor's."""
    return intake_drafts.take(actor=actor, client_key=key or uuid4(), typed=typed, at=at)


def log(district: District, *, by: Actor | None = None, at: datetime = NOON, **changes: Any) -> Call:
    """A whole call through the one service."""
    place = changes.pop("place", Where(district.campus, district.room.building, district.room))
    key = changes.pop("client_key", None) or uuid4()
    typed = {**HEARD, **changes}
    return intake.log_and_send(place, actor=by or district.dispatcher, client_key=key, at=at, **typed)
