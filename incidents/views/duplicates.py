"""Calls that are about a known incident: what is likely, attaching, merging and splitting."""

from collections.abc import Iterable
from typing import Any

from incidents.likeness import Like, words
from incidents.vocabulary import Nature


def likely_rows(found: Iterable[Like]) -> list[dict[str, Any]]:
    """What `incidents/duplicates/_likely.html` draws: one row for each incident, the likeliest first."""
    return [
        {
            "id": like.known.key,
            "number": like.known.number,
            "priority": like.known.priority,
            "nature": Nature(like.known.nature).label,
            "why": words.reason(like),
        }
        for like in found
    ]
