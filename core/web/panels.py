"""Panels that refresh themselves and look alike for a whole agency: one drawing serves every desk that asks."""

from collections.abc import Callable
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language

from core.feed.kept import drawing
from core.feed.topics import of_agency


def drawn(name: tuple[str, ...], agency: UUID, topics: str, draw: Callable[[], str]) -> str:
    """The panel for everyone of the agency who may see it; `topics` as in its `data-live`, `name` with its choices.

    Ask `require` first. `draw` knows no person and no request: what is of one person does not belong in it.
    """
    key = (*name, agency, get_language(), timezone.get_current_timezone_name())
    return drawing(key, of_agency(agency), topics.split(), draw)
