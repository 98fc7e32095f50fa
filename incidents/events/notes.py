"""Notes, attachments and names that were shown: what can happen. Never what was written."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("note.added", _("A note was written")),
    EventType("note.corrected", _("A note was corrected"), frozenset({"corrects"})),
    EventType("file.added", _("A file was added"), frozenset({"media_type"})),
    EventType("subject.shown", _("The names were shown"), frozenset({"count"})),
)
