"""What the pages share: the buttons of the open moves, and what stands in the way of the others."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse

from core.actors import Actor
from core.models import Flowing
from core.moves import obstacle, open_moves

PAGES = {
    "begin": "incident_begin",
    "triage": "incident_assess",
    "reassess": "incident_assess",
    "prioritize": "incident_prioritize",
    "dispatch": "incident_send",
    "reinforce": "incident_send",
    "close": "incident_close",
    "cancel": "incident_cancel",
    "reopen": "incident_reopen",
    "clear": "incident_move",
    "merge": "incident_merge",
    "transfer": "incident_transfer",
}
PART_PAGES = {"start": "assignment_move", "arrive": "assignment_move", "clear": "assignment_move"}
PART_PAGES |= {"cancel": "assignment_cancel", "lead": "assignment_lead"}
REVIEW_PAGES = {"review_force": "record_move", "review_gravest": "record_move", "approve": "record_move"}
REVIEW_PAGES |= {"return": "record_return", "lock": "record_move"}
# The step that usually comes next is drawn as the first choice.
NEXT = {"scheduled": "begin", "received": "triage", "triaged": "dispatch", "cleared": "close", "submitted": "approve"}
KEYS = {"reassess": "A", "triage": "A", "dispatch": "U", "reinforce": "U", "close": "X", "prioritize": "P"}
KEYS |= {"approve": "A", "return": "R", "review_force": "F", "review_gravest": "F"}


def buttons(record: Flowing, actor: Actor, pages: Mapping[str, str]) -> list[dict[str, Any]]:
    """The open moves that these pages offer, as `ui/moves.html` draws them."""
    return [
        {
            "name": move.name,
            "label": move.label,
            "tone": move.tone,
            "url": reverse(pages[move.name], args=[record.pk]),
            "version": record.version,
            "needs_form": move.needs_form,
            "primary": NEXT.get(record.status) == move.name,
            "key": KEYS.get(move.name, ""),
        }
        for move in open_moves(record, actor)
        if move.name in pages
    ]


def blocked(record: Flowing, actor: Actor, at: datetime) -> dict[str, str]:
    """The open moves that a guard would refuse now, with its words: a button that cannot work is not offered."""
    found = {move.name: obstacle(record, move.name, actor, at) for move in open_moves(record, actor)}
    return {name: words for name, words in found.items() if words}
