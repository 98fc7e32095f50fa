"""Notes, attachments, names that were shown, and response plans: what can happen. Never what was written."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("note.added", _("A note was written")),
    EventType("note.corrected", _("A note was corrected"), frozenset({"corrects"})),
    EventType("file.added", _("A file was added"), frozenset({"media_type"})),
    EventType("subject.shown", _("The names were shown"), frozenset({"count"})),
    EventType("response_plan.written", _("Version %(number)s of a response plan was written"), frozenset({"number"})),
    EventType(
        "response_plan.approved",
        _("Version %(number)s of a response plan was approved until %(until)s"),
        frozenset({"number", "until"}),
    ),
    EventType("response_plan.ended", _("Version %(number)s of a response plan was ended"), frozenset({"number"})),
)
