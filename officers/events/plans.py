"""What can happen to floor plans."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("plan.added", _("A floor plan was added"), frozenset({"building", "floor"})),
    EventType("plan.drawn", _("The floor plan was drawn anew"), frozenset({"drawing", "rooms", "marks"})),
    EventType("plan.background_set", _("The floor plan got another background"), frozenset({"drawing", "kind"})),
    EventType("plan.withdrawn", _("The floor plan is no longer shown")),
    EventType("plan.resumed", _("The floor plan is shown again")),
    EventType("outline.drawn", _("The outline of a campus was drawn"), frozenset({"campus", "points"})),
)
