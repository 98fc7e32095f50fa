"""How the tablet says things: units of a scene, what was asked, a certification, an entry."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from incidents.field_vocabulary import EntryKind, Wanted
from incidents.models import Assignment, FieldEntry
from incidents.record_vocabulary import Force, Outcome, Technique
from incidents.selectors.tablet import Contacts, Scene
from incidents.vocabulary import Nature
from incidents.workflow import AssignmentState

# What an officer asks for from the rail; help has a button of its own.
ASKED = (
    (Wanted.CIT_BACKUP, "car"),
    (Wanted.MOBILE_CRISIS, "team"),
    (Wanted.SUPERVISOR, "badge"),
    (Wanted.EMS, "heart"),
)


def asking(scene: Scene) -> list[dict[str, Any]]:
    """The requests of the rail, each with the moment since when it is open."""
    since = {row.what: row.at for row in scene.requests if row.done_at is None}
    done = {row.what: row.done_at for row in reversed(scene.requests) if row.done_at is not None}
    return [
        {
            "what": what.value,
            "icon": icon,
            "label": _("Crisis team") if what == Wanted.MOBILE_CRISIS else what.label,
            "since": since.get(what.value),
            "done": done.get(what.value),
        }
        for what, icon in ASKED
    ]


def units_of(scene: Scene, part: Assignment) -> list[dict[str, Any]]:
    """Who is on it, the own unit apart."""
    return [
        row | {"label": AssignmentState(row["status"]).label, "mine": row["unit"] == part.officer.call_sign}
        for row in scene.units
    ]


def waiting(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Calls that wait nearby, their nature in words."""
    return [row | {"label": Nature(row["nature"]).label} for row in rows]


def ended(contacts: Contacts) -> str:
    """How the last contact ended, in words."""
    known = contacts.last_result in Outcome.values
    return str(Outcome(contacts.last_result).label) if known else ""


def card(cit: bool, until: date | None, today: date) -> dict[str, Any]:
    """The own certification: what it is, until when, and how many days are left."""
    left = (until - today).days if cit and until else None
    return {"cit": cit, "until": until, "left": left, "soon": left is not None and left <= 90}


def said(entry: FieldEntry) -> dict[str, Any]:
    """One entry in words."""
    labels: dict[str, Any] = {
        EntryKind.TECHNIQUE: dict(Technique.choices),
        EntryKind.FORCE_USED: {str(level): words for level, words in Force.choices},
        EntryKind.DISPOSITION: dict(Outcome.choices),
    }
    words = labels.get(entry.kind, {}).get(entry.value, "")
    late = (entry.recorded_at - entry.captured_at).total_seconds() >= 60
    return {"at": entry.captured_at, "kind": entry.get_kind_display(), "words": words, "text": entry.text, "late": late}
