"""Lookouts: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("lookout.issued", _("Lookout %(number)s was issued"), frozenset({"number", "kind"})),
    EventType("lookout.located", _("Lookout %(number)s: located"), frozenset({"number"})),
    EventType("lookout.cancelled", _("Lookout %(number)s was cancelled"), frozenset({"number"})),
    EventType("lookout.expired", _("Lookout %(number)s has expired"), frozenset({"number"})),
)
