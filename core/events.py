"""Event types: each states its sentence and its facts before it is first recorded."""

from dataclasses import dataclass

from django.utils.functional import Promise

from core.errors import Undeclared


@dataclass(frozen=True, slots=True)
class EventType:
    """`sentence` may use the facts by name; `personal` names the facts that point at a person in crisis."""

    name: str
    sentence: str | Promise
    facts: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()


EVENT_TYPES: dict[str, EventType] = {}


def declare(*types: EventType) -> None:
    """Add an app's event types; twice is a mistake."""
    for kind in types:
        if kind.name in EVENT_TYPES:
            raise Undeclared(f"event {kind.name} is declared twice")
        EVENT_TYPES[kind.name] = kind


def declared(name: str) -> EventType:
    """The type of that name; an undeclared one is an error."""
    if name not in EVENT_TYPES:
        raise Undeclared(f"no event type {name}")
    return EVENT_TYPES[name]
