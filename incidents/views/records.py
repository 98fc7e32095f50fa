"""The de-escalation record as its author meets it: begun, tapped, kept, filed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.moves import open_moves
from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.notes_forms import FileForm
from incidents.record_forms import RecordForm, SubjectForm, stored
from incidents.selectors import incidents as cases
from incidents.selectors import record_pages, record_reading
from incidents.selectors import records as selector
from incidents.services import record_files
from incidents.services import records as services
from incidents.views import records_page, records_review, records_shown
from officers.views import answers


@require_http_methods(["GET", "POST"])
def begin(request: ActorRequest, pk: UUID, *, another: bool = False) -> HttpResponse:
    """Say who the record is about; a record already begun is opened instead, unless it is about somebody else too."""
    incident = cases.one(request.actor, pk)
    earlier = record_pages.own(request.actor, incident)
    if earlier and not another:
        return see_other("record_edit", earlier[0].pk)
    form = SubjectForm(posted(request))
    record = attempt(form, lambda: services.begin(incident, actor=request.actor, **form.cleaned_data))
    if record is not None:
        return see_other("record_edit", record.pk)
    written = {one.subject_id: one for one in earlier}
    people = [
        {"subject": one, "words": records_shown.person(one), "record": written.get(one.pk)}
        for one in record_pages.people(incident)
    ]
    shown = {"form": form, "incident": incident, "people": people, "another": another}
    return render(request, "incidents/record/begin.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The author taps it together; everyone else who may see it reads it."""
    record = selector.one(request.actor, pk)
    if request.method == "POST":
        record = selector.to_try(request.actor, pk, "revise")
    elif "revise" not in {move.name for move in open_moves(record, request.actor)}:
        return render(request, "incidents/record/read.html", records_review.page(record, request.actor))
    service = services.file if request.POST.get("then") == "file" else services.save
    form = RecordForm(_sent(request), version=record.version, initial=stored(record))
    done = attempt(form, act(service, record, request.actor, form))
    if done is not None:
        messages.success(request, _("Filed.") if done.status == "submitted" else _("The draft is saved."))
        return see_other("record_edit", done.pk)
    shown = records_page.page(request.actor, record, form)
    return render(request, "incidents/record/taps.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def keep(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What the page saves by itself at each change, and how far the record is."""
    record = selector.to_try(request.actor, pk, "revise")
    if request.method == "POST":
        form = RecordForm(request.POST, version=record.version)
        saved = attempt(form, act(services.save, record, request.actor, form))
        if saved is None:
            return HttpResponse(status=status_of(form))
        record = selector.one(request.actor, pk)
    shown = records_page.kept(request.actor, record)
    return render(request, "incidents/record/_kept.html", shown)


@require_POST
def attach(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep a picture or a document with the record."""
    record = record_reading.to_do(request.actor, pk, "record.attach")
    form = FileForm(request.POST, request.FILES)
    if attempt(form, act(record_files.attach, record, request.actor, form)) is not None:
        messages.success(request, _("The file was saved."))
        return see_other("record_edit", pk)
    whole = selector.one(request.actor, pk)
    tapped = RecordForm(version=whole.version, initial=stored(whole))
    shown = {**records_page.page(request.actor, whole, tapped), "file_form": form}
    return render(request, "incidents/record/taps.html", shown, status=status_of(form))


@require_http_methods(["GET"])
def file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The bytes of a file, to save."""
    return answers.attachment(record_reading.content(request.actor, pk))


@require_POST
def confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap of another officer who was there: the filed record is theirs too."""
    record = selector.one(request.actor, pk)
    require(request.actor, "record.confirm", record)
    form = VersionForm(request.POST, version=record.version)
    if attempt(form, act(services.confirm, record, request.actor, form)) is not None:
        messages.success(request, _("Confirmed."))
        return see_other("record_edit", pk)
    shown = {**records_review.page(record, request.actor), "form": form}
    return render(request, "incidents/record/read.html", shown, status=status_of(form))


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, without the row that a press takes out."""
    data = posted(request)
    if not data or "drop" not in data:
        return data
    kept = data.copy()
    for name in [name for name in kept if name.startswith(f"{data['drop']}-")]:
        del kept[name]
    return kept
