"""Ending an incident."""

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
