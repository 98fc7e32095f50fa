"""What a hand-off stands in the way of."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import Conflict
from incidents.console_workflow import OPEN_HANDOFF


def no_handoff_still_open(incident: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A case is not over while nobody knows whether somebody took it over."""
    waiting = incident.handoffs.filter(status__in=OPEN_HANDOFF).first()
    if waiting is not None:
        raise Conflict(
            _("The hand-off to %(destination)s is still open. Confirm it, or say why it was not taken.")
            % {"destination": waiting.get_destination_display()}
        )
