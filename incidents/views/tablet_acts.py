"""What an officer does on the tablet without script: each a plain form, answered by the page it came from."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.errors import BrokenRule, Conflict
from core.permissions import require
from core.web.pages import posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.field_forms import VALUE_OF, AskForm, EntryForm, HelpForm, NoteForm, UndoForm
from incidents.models import Assignment
from incidents.selectors import assignments as parts
from incidents.selectors import incidents as cases
from incidents.services import asks, assignments, field_entries, notes, undoing


@require_POST
def acknowledge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The officer has read what they are sent to."""
    assignments.acknowledge(parts.one(request.actor, pk), actor=request.actor)
    return see_other("tablet")


@require_POST
def undo(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the last step back; who is too late is told what to do instead."""
    part = parts.one(request.actor, pk)
    require(request.actor, "assignment.unstart", part)
    form = UndoForm(request.POST, version=part.version)
    if not form.is_valid():
        messages.error(request, _("This step was not understood. Here is where things stand."))
        return _home(request, part)
    try:
        back = undoing.own_step(part, actor=request.actor, expected_version=form.cleaned_data["version"])
        messages.success(request, _("Taken back. It is now: %(status)s.") % {"status": back.get_status_display()})
    except Conflict as refusal:
        messages.warning(request, str(refusal))
    return _home(request, part)


def _home(request: ActorRequest, part: Assignment) -> HttpResponse:
    own = part.officer.user_id == request.actor.id
    return see_other("tablet") if own else see_other("incident", part.incident_id)


@require_POST
def note(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A note from the tablet."""
    incident = cases.one(request.actor, pk)
    require(request.actor, "note.add", incident)
    form = NoteForm(request.POST)
    if form.is_valid():
        _tell(request, lambda: notes.add(incident, actor=request.actor, text=form.cleaned_data["text"]))
    else:
        messages.error(request, _("Write a note first."))
    return see_other("tablet_notes")


@require_POST
def enter(request: ActorRequest, pk: UUID, kind: str) -> HttpResponse:
    """One tap."""
    incident = cases.one(request.actor, pk)
    require(request.actor, "field_entry.add", incident)
    form = EntryForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This entry is not on the list."))
        return see_other("tablet_notes")
    clean = form.cleaned_data
    value = clean[VALUE_OF[kind]] if kind in VALUE_OF else ""
    given = {"kind": kind, "value": value, "text": clean["text"], "client_key": clean["client_key"]}
    _tell(request, lambda: field_entries.add(incident, actor=request.actor, **given))
    return see_other("tablet_notes")


@require_POST
def ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask the desk for backup, a team, a supervisor."""
    incident = cases.one(request.actor, pk)
    require(request.actor, "field_request.make", incident)
    form = AskForm(request.POST)
    if form.is_valid():
        _tell(request, lambda: asks.ask(incident, actor=request.actor, **form.cleaned_data))
    else:
        messages.error(request, _("Nobody can be asked for this."))
    return see_other("tablet")


@require_http_methods(["GET", "POST"])
def call_help(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Officer needs help: one question without script, none with it."""
    incident = cases.one(request.actor, pk)
    require(request.actor, "field_request.make", incident)
    form = HelpForm(posted(request), initial={"client_key": uuid4()})
    # Whatever else is wrong with what was sent, help is called.
    if form.is_bound:
        clean = form.cleaned_data if form.is_valid() else {"client_key": uuid4(), "text": ""}
        asks.ask(incident, actor=request.actor, what="help", **clean)
        return see_other("tablet")
    shown = {"form": form, "incident": incident, "key": form.initial["client_key"]}
    return render(request, "incidents/tablet/help.html", shown, status=status_of(form))


def _tell(request: ActorRequest, act: Callable[[], object]) -> None:
    """Do it; a refusal is said on the page that is shown next."""
    try:
        act()
    except (BrokenRule, Conflict) as refusal:
        messages.error(request, str(refusal))
