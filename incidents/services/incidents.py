"""Ending an incident, and taking it up again."""

from datetime import datetime

from core import clock
from core.actors import Actor
from core.moves import advance
from incidents.models import Incident


def close(
    incident: Incident, *, actor: Actor, expected_version: int | None, close_reason: str, at: datetime | None = None
) -> Incident:
    """Close; refused while a unit is out or an arrived officer has not filed."""
    return advance(
        incident,
        "close",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"reason": close_reason},
        close_reason=close_reason,
    )


def clear(incident: Incident, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Incident:
    """Over for dispatch; refused while a unit is out. The last unit to clear does this by itself."""
    return advance(incident, "clear", actor=actor, expected_version=expected_version, at=at or clock.now())


def cancel(
    incident: Incident, *, actor: Actor, expected_version: int | None, close_reason: str, at: datetime | None = None
) -> Incident:
    """End it before anyone was sent."""
    return advance(
        incident,
        "cancel",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"reason": close_reason},
        close_reason=close_reason,
    )


def reopen(
    incident: Incident, *, actor: Actor, expected_version: int | None, reopen_reason: str, at: datetime | None = None
) -> Incident:
    """Take it up again as it was after its assessment; its history stays."""
    return advance(
        incident,
        "reopen",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"reason": reopen_reason},
        cleared_at=None,
        closed_at=None,
        close_reason="",
    )
