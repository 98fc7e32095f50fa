"""Welfare checks and other clocks: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_TOLD = frozenset({"unit", "kind", "number"})
_RULE = frozenset({"kind", "nature", "priority", "minutes", "answer_seconds", "active"})

TYPES: tuple[EventType, ...] = (
    EventType("timer.asked", _("%(unit)s was asked whether all is well"), _TOLD),
    EventType("timer.asked_again", _("%(unit)s was asked again"), _TOLD),
    EventType("timer.alarmed", _("Alarm (%(kind)s) %(unit)s"), _TOLD),
    EventType("timer.answered", _("Answered (%(kind)s) %(unit)s"), _TOLD),
    EventType("timer_rule.added", _("A rule for a clock was added"), _RULE),
    EventType("timer_rule.changed", _("A rule for a clock was changed"), _RULE),
)
