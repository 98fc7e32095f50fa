"""Notes, attachments and names that were shown: services beside forms and bodies."""

from core.web.doors import Door
from incidents import notes_forms as pages
from incidents.services import names, notes, plans_of_care

DOORS: tuple[Door, ...] = (
    (notes.add, pages.NoteForm, pages.NoteIn),
    (notes.correct, pages.NoteForm, pages.NoteIn),
    (notes.attach_file, pages.FileForm, pages.FileIn),
    (names.show, pages.EmptyForm, pages.EmptyIn),
    (plans_of_care.write, pages.PlanForm, pages.PlanIn),
    (plans_of_care.approve, pages.ApproveForm, pages.ApproveIn),
    (plans_of_care.end, pages.EmptyForm, pages.EmptyIn),
)
