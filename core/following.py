"""What belongs to an event so closely that it is written before the commit: both are there, or neither is.

An effect that may come a moment later, or talks to anybody, belongs into the outbox instead.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

Follower = Callable[[str, Any, datetime], None]

_FOLLOWERS: dict[str, list[Follower]] = {}


def follow(follower: Follower, *, after: tuple[str, ...]) -> None:
    """Let `follower(event type, record, at)` run in the transaction of each of these events, right after it."""
    for event_type in after:
        _FOLLOWERS.setdefault(event_type, []).append(follower)


def followers_of(event_type: str) -> list[Follower]:
    """Who goes on writing after this event."""
    return _FOLLOWERS.get(event_type, [])


def followed() -> frozenset[str]:
    """The event types that somebody follows."""
    return frozenset(_FOLLOWERS)
