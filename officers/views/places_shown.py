"""How the pages say what is known of a place: everything is text before a template sees it."""

from typing import Any

from django.utils.translation import gettext as _

from officers.models import PremiseNote
from officers.places import told
from officers.selectors.places_about import About
from officers.vocabulary import PremiseKind

ICONS = {
    PremiseKind.HAZARD: "warn",
    PremiseKind.ACCESS: "key",
    PremiseKind.CONTACT: "phone",
    PremiseKind.NOTE: "note",
}


def about(found: About) -> dict[str, Any]:
    """What `officers/places/_about.html` draws, hazards first."""
    return {
        "known": found.known,
        "door": found.room.nearest_door if found.room else "",
        "directions": found.room.directions if found.room else "",
        "floor": found.room.floor if found.room else None,
        "hazards": [_note(note) for note in found.hazards],
        "notes": [_note(note) for note in found.notes if note.kind != PremiseKind.HAZARD],
        "present": [_present(each) for each in found.present] if found.room else [],
        "period": "" if found.room or not found.present else _period(found.present[0]),
        "telephones": [f"{each.number} {each.label}".strip() for each in found.telephones],
    }


def _note(note: PremiseNote) -> dict[str, Any]:
    scope = _("This room") if note.room_id else _("The whole building") if note.building_id else _("The whole campus")
    label = note.get_kind_display()
    return {
        "icon": ICONS[PremiseKind(note.kind)],
        "label": label,
        "text": note.text,
        "scope": scope,
        "until": note.until,
    }


def _present(each: Any) -> dict[str, str]:
    return {"who": told.who(each.use), "until": told.until(each), "period": each.period.name}


def _period(each: Any) -> str:
    return f"{each.period.name}, {told.until(each)}"
