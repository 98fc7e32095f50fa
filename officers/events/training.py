"""What can happen to courses, completions, rules and classes. Names of people never enter; a call sign does."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_COURSE = frozenset({"course"})
_COMPLETION = frozenset({"course", "unit", "day"})
_SEAT = frozenset({"course", "unit"})
_RULE = frozenset({"rule", "from"})

TYPES: tuple[EventType, ...] = (
    EventType("course.added", _("A course was added"), _COURSE),
    EventType("course.changed", _("The course was changed"), _COURSE),
    EventType("course.retired", _("The course was retired"), frozenset({"course", "day"})),
    EventType("course.substituted", _("What counts for the course was changed"), frozenset({"course", "substitute"})),
    EventType("rule.added", _("A training rule was added"), _RULE),
    EventType("rule.changed", _("A training rule has a new version"), _RULE),
    EventType("rule.ended", _("A training rule ends"), frozenset({"rule", "day"})),
    EventType("waiver.granted", _("A training rule was waived"), frozenset({"rule", "unit", "until"})),
    EventType("certification.added", _("A completion was handed in"), _COMPLETION),
    EventType("certification.verified", _("The completion was verified"), _COMPLETION),
    EventType("certification.refused", _("The completion was refused"), _COMPLETION),
    EventType("session.planned", _("A class was planned"), _COURSE),
    EventType("booking.booked", _("A seat in a class was booked"), _SEAT),
    EventType("booking.attended", _("The class was attended"), _SEAT),
    EventType("booking.missed", _("The class was missed"), _SEAT),
    EventType("booking.cancelled", _("The seat was given back"), _SEAT),
    EventType(
        "training.due",
        _("A training is due or has lapsed"),
        frozenset({"matter", "number", "unit", "due_on", "threshold"}),
    ),
)
