"""Where a call comes from, as its form says it: the key of a known place, its telephone, or words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.services.intake_rows import Where
from officers.selectors import places

OFFERED = 4


def where(actor: Actor, key: str, text: str) -> Where:
    """The place to send somebody to. What names no place of the district is kept in words, and is off campus."""
    require(actor, "call.log")
    found = places.resolve(actor, key=key, text=text)
    if found is not None:
        known = places.records(actor, found)
        return Where(known.campus, known.building, known.room)
    if not text.strip():
        raise _asking(_("Say where it is: a place of the district, or words."))
    offered = places.find(actor, text, OFFERED)
    if offered:
        raise _asking(_("Which one? %(places)s") % {"places": " · ".join(place.label for place in offered)})
    return Where(None)


def known(actor: Actor, typed: Mapping[str, Any]) -> places.Place | None:
    """The place that a half-filled form names beyond doubt; nothing that is wrong in it is told yet."""
    try:
        return places.resolve(actor, key=str(typed.get("place", "")), text=str(typed.get("place_text", "")))
    except BrokenRule:
        return None


def filled(actor: Actor, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The same form, with the place of the caller's telephone where no place was told."""
    if typed.get("place_text") or not typed.get("extension"):
        return dict(typed)
    phone = places.by_extension(actor, str(typed["extension"]))
    return {**typed, "place": phone.place.key, "place_text": phone.place.label} if phone else dict(typed)


def _asking(words: str) -> BrokenRule:
    return BrokenRule(words, fields={"place_text": words})
