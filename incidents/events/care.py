"""Response plans: what can happen. Never what is written in them, and never whose they are."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_NUMBER = frozenset({"number"})

TYPES: tuple[EventType, ...] = (
    EventType("response_plan.written", _("Version %(number)s of a response plan was begun"), _NUMBER),
    EventType("response_plan.revised", _("Version %(number)s of a response plan was changed"), _NUMBER),
    EventType(
        "response_plan.submitted",
        _("Version %(number)s of a response plan was submitted"),
        frozenset({"number", "sha256"}),
    ),
    EventType("response_plan.returned", _("Version %(number)s of a response plan was returned"), _NUMBER),
    EventType(
        "response_plan.approved",
        _("Version %(number)s of a response plan was approved until %(until)s"),
        frozenset({"number", "until", "sha256"}),
    ),
    EventType("response_plan.expired", _("Version %(number)s of a response plan expired"), _NUMBER),
    EventType("response_plan.retired", _("Version %(number)s of a response plan was retired"), _NUMBER),
    EventType("response_plan.withdrawn", _("Version %(number)s of a response plan was withdrawn"), _NUMBER),
    # Kept for plans that were ended before they had a state of their own.
    EventType("response_plan.ended", _("Version %(number)s of a response plan was ended"), _NUMBER),
    EventType(
        "response_plan.viewed",
        _("Version %(number)s of a response plan was read"),
        frozenset({"number", "way", "reason", "incident"}),
    ),
    EventType(
        "response_plan.printed",
        _("The card of version %(number)s of a response plan was printed"),
        frozenset({"number", "reason", "language", "sha256"}),
    ),
    EventType(
        "response_plan.due",
        _("Version %(number)s of a response plan ends on %(due_on)s: its author and supervisors were reminded"),
        frozenset({"number", "matter", "due_on", "threshold"}),
    ),
    EventType("plan_suggestion.made", _("A change of a response plan was suggested"), frozenset({"kind"})),
    EventType("plan_suggestion.accepted", _("A suggestion for a response plan was accepted"), frozenset({"kind"})),
    EventType("plan_suggestion.declined", _("A suggestion for a response plan was declined"), frozenset({"kind"})),
)
