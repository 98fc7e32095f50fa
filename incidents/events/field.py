"""What can happen at the scene, as the officer enters it. Never what was written."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_ASKED = frozenset({"what", "unit", "number"})

TYPES: tuple[EventType, ...] = (
    EventType("field_entry.added", _("At the scene: %(kind)s"), frozenset({"kind", "value"})),
    EventType("field_request.made", _("%(unit)s asks for: %(what)s"), _ASKED),
    EventType("field_request.ended", _("Seen to for %(unit)s: %(what)s"), _ASKED),
    EventType("assignment.acknowledged", _("%(unit)s acknowledged"), frozenset({"unit"})),
)
