"""Desks, their turns and the shift log: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_DESK = frozenset({"desk"})

TYPES: tuple[EventType, ...] = (
    EventType("desk.added", _("%(desk)s was set up"), _DESK),
    EventType("desk.changed", _("%(desk)s was changed"), _DESK | {"active"}),
    EventType("desk.signed_on", _("Signed on at %(desk)s"), _DESK),
    EventType("desk.signed_off", _("Signed off from %(desk)s"), _DESK | {"incidents", "drafts"}),
    EventType("desk.taken_over", _("%(desk)s was taken over"), _DESK | {"incidents", "drafts"}),
    EventType("shift_log.written", _("A line was written in the shift log")),
    EventType("shift_log.corrected", _("A line of the shift log was corrected")),
)
