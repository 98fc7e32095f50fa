"""Accepted suggestions become rows of the next draft, where its author reads and shapes them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from incidents.care.schema import Content, normal


def with_suggestions(content: Content, accepted: Iterable[tuple[str, str, date]]) -> dict[str, Any]:
    """The document with each (kind, text, day) at the end of its list."""
    found = normal(content)
    for kind, text, day in accepted:
        section, row = _row(kind, text, day)
        found[section].append(row)
    return normal(found)


def _row(kind: str, text: str, day: date) -> tuple[str, dict[str, str]]:
    if kind == "trigger":
        return "triggers", {"text": text, "source": _("Suggested by an officer"), "on": day.isoformat()}
    if kind in ("helps", "avoid"):
        return kind, {"technique": "", "text": text}
    return "strategies", {"text": text}
