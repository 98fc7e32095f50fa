"""Notes, files and names of an incident."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.notes_forms import FileForm, NoteForm
from incidents.selectors import incidents
from incidents.selectors import notes as selector
from incidents.services import names as showing
from incidents.services import notes
from incidents.views import case_panel
from officers.views import answers


@require_POST
def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write a note; what was refused comes back as it was typed."""
    found = incidents.one(request.actor, pk)
    require(request.actor, "note.add", found)
    form = NoteForm(request.POST)
    if attempt(form, act(notes.add, found, request.actor, form)) is None:
        return case_panel.answer(request, pk, note=form, status=status_of(form))
    if case_panel.in_panel(request):
        return case_panel.answer(request, pk, said=_("The note was saved."))
    messages.success(request, _("The note was saved."))
    return see_other("incident", pk)


@require_http_methods(["GET", "POST"])
def correct(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Correct a note by another one; the first stays readable."""
    note = selector.one(request.actor, pk)
    require(request.actor, "note.add", note.incident)
    form = NoteForm(posted(request), initial={"text": note.text})
    if attempt(form, act(notes.correct, note, request.actor, form)) is not None:
        return see_other("incident", note.incident_id)
    shown = {"form": form, "note": note, "incident": note.incident}
    return render(request, "incidents/notes/correct.html", shown, status=status_of(form))


@require_POST
def attach(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep a file."""
    found = incidents.one(request.actor, pk)
    require(request.actor, "file.add", found)
    form = FileForm(request.POST, request.FILES)
    if attempt(form, act(notes.attach_file, found, request.actor, form)) is None:
        return case_panel.answer(request, pk, file=form, status=status_of(form))
    messages.success(request, _("The file was saved."))
    return see_other("incident", pk)


@require_GET
def file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The bytes of a file, to save."""
    return answers.attachment(selector.content(request.actor, pk))


@require_POST
def names(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the names, this once; the ledger knows who looked."""
    found = incidents.one(request.actor, pk)
    showing.show(found, actor=request.actor)
    return case_panel.answer(request, pk, named=True)
