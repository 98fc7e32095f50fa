"""Warm hand-offs to other services: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("handoff.started", _("%(destination)s is being called"), frozenset({"destination"})),
    EventType("handoff.connected", _("%(destination)s is connected"), frozenset({"destination"})),
    EventType("handoff.confirmed", _("%(destination)s took over"), frozenset({"destination", "reference"})),
    EventType("handoff.failed", _("%(destination)s did not take over"), frozenset({"destination", "outcome"})),
)
