"""What can happen to the agency's minimum."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_ASKED = frozenset({"position", "kind", "number", "cit"})

TYPES: tuple[EventType, ...] = (
    EventType("minimum.added", _("A coverage rule was added"), _ASKED),
    EventType("minimum.changed", _("The coverage rule was changed"), _ASKED),
    EventType("minimum.stopped", _("The coverage rule asks no longer")),
    EventType("minimum.resumed", _("The coverage rule asks again")),
    EventType("campus_group.added", _("A group of campuses was added"), frozenset({"campuses"})),
    EventType("campus_group.changed", _("The group of campuses was changed"), frozenset({"campuses"})),
    EventType(
        "roster_policy.set",
        _("The limits of work were set"),
        frozenset({"max_week_hours", "overtime_from_hours", "min_rest_hours", "max_shift_hours", "warn_hours"}),
    ),
)
