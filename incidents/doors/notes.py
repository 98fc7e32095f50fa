"""Notes, attachments and names that were shown: services beside forms and bodies."""

from core.web.doors import Door
from incidents import notes_forms as pages
from incidents.services import names, notes

DOORS: tuple[Door, ...] = (
    (notes.add, pages.NoteForm, pages.NoteIn),
    (notes.correct, pages.NoteForm, pages.NoteIn),
    (notes.attach_file, pages.FileForm, pages.FileIn),
    (names.show, pages.EmptyForm, pages.EmptyIn),
)
