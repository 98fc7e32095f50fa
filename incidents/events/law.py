"""What can happen to duties that the law sets, their clocks and forms."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_DUTY = frozenset({"duty", "due"})
_FORM = frozenset({"form", "number", "language", "template", "sha256"})
_WORDS = frozenset({"form", "number", "language", "sha256"})

TYPES: tuple[EventType, ...] = (
    EventType("duty.started", _("A duty began: %(duty)s, due %(due)s"), _DUTY),
    EventType("duty.warned", _("%(percent)s percent of the time for a duty has passed: %(duty)s"), _DUTY | {"percent"}),
    EventType("duty.escalated", _("A duty is overdue and was passed on: %(duty)s"), _DUTY | {"to"}),
    EventType("duty.attempted", _("Somebody was to be told: %(duty)s"), _DUTY | {"party", "method", "outcome"}),
    EventType("duty.stepped", _("A step of a duty was done: %(duty)s"), _DUTY | {"step"}),
    EventType("duty.satisfied", _("A duty was done: %(duty)s"), _DUTY | {"late"}),
    EventType("duty.explained", _("Why a duty is late was said: %(duty)s"), _DUTY),
    EventType("duty.waived", _("A duty was waived: %(duty)s"), _DUTY),
    EventType("duty.held", _("A notice to the parents is held: %(duty)s"), _DUTY),
    EventType("duty.released", _("A notice to the parents was released: %(duty)s"), _DUTY),
    EventType("duty.dropped", _("The record no longer asks for a duty: %(duty)s"), _DUTY),
    EventType("duty.resumed", _("The record asks for a duty again: %(duty)s"), _DUTY),
    EventType("legal_form.begun", _("Form %(number)s was begun"), _FORM),
    EventType("legal_form.revised", _("Form %(number)s was saved"), _FORM),
    EventType("legal_form.signed", _("Form %(number)s was signed"), _FORM),
    EventType("legal_form.stamped", _("Times at the facility were entered on form %(number)s"), _FORM),
    EventType("legal_form.printed", _("Form %(number)s was handed out"), _FORM | {"recipient", "basis"}),
    EventType("legal_template.written", _("Version %(number)s of a form’s words was begun"), _WORDS),
    EventType("legal_template.revised", _("Version %(number)s of a form’s words was saved"), _WORDS),
    EventType("legal_template.approved", _("Version %(number)s of a form’s words was approved"), _WORDS),
    EventType(
        "legal_template.activated",
        _("Version %(number)s of a form’s words is in use from %(effective_from)s"),
        _WORDS | {"effective_from"},
    ),
    EventType("legal_template.withdrawn", _("Version %(number)s of a form’s words was withdrawn"), _WORDS),
    EventType("school_calendar.term_added", _("A school term was added"), frozenset({"first", "last"})),
    EventType("school_calendar.day_added", _("A day of the school calendar was set"), frozenset({"day", "kind"})),
    EventType("school_calendar.withdrawn", _("A row of the school calendar was taken out")),
    EventType(
        "restraint_export.made",
        _("State report %(number)s of restraints was frozen"),
        frozenset({"number", "rows", "sha256", "replaces"}),
    ),
)
