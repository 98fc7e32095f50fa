"""What can happen at the scene, as the officer enters it. Never what was written."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_ASKED = frozenset({"what", "unit", "number"})

TYPES: tuple[EventType, ...] = (
    EventType("field_entry.added", _("Entered at the scene (%(kind)s) %(value)s"), frozenset({"kind", "value"})),
    EventType("field_request.made", _("%(unit)s asks (%(what)s)"), _ASKED),
    EventType("field_request.ended", _("Seen to (%(what)s) %(unit)s"), _ASKED),
    EventType("assignment.acknowledged", _("%(unit)s acknowledged"), frozenset({"unit"})),
)
