"""Changes of a locked record: proposed section by section, decided by somebody else; old and new stay readable."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.encounter import BY_KEY
from incidents.models import DeescalationRecord, RecordAmendment
from incidents.record_forms import RecordForm, stored
from incidents.selectors import record_amending, record_reading
from incidents.selectors import records as selector
from incidents.services import record_amendments
from incidents.views import records_page, records_review

MOVES = {"accept": record_amendments.accept, "refuse": record_amendments.refuse}


@require_http_methods(["GET", "POST"])
def amend(request: ActorRequest, pk: UUID, section: str) -> HttpResponse:
    """Propose new answers for one section."""
    record = record_amending.to_amend(request.actor, pk)
    if section not in BY_KEY:
        raise Http404
    form = RecordForm(posted(request), version=record.version, only=(section,), initial=stored(record))
    form.fields["reason"] = forms.CharField(
        label=gettext_lazy("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": "3"})
    )
    if attempt(form, lambda: _propose(record, request, section, form.cleaned_data)) is not None:
        messages.success(request, _("The change was proposed. Another supervisor decides about it."))
        return see_other("record_edit", pk)
    facts = record_reading.read(request.actor, record).facts
    shown = {
        "form": form,
        "record": record,
        "sections": records_page.sections(form, facts),
        "section": BY_KEY[section],
        "computed": records_page.computed(facts),
    }
    return render(request, "incidents/record/amend.html", shown, status=status_of(form))


@require_POST
def decide(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a proposed change count, or leave the record as it is."""
    name = request.POST.get("move", "accept")
    amendment = record_amending.to_decide(request.actor, pk, name if name in MOVES else "accept")
    form = VersionForm(request.POST, version=amendment.version)
    service = MOVES.get(name, record_amendments.accept)
    if attempt(form, act(service, amendment, request.actor, form)) is not None:
        messages.success(request, _("The change counts now.") if name == "accept" else _("The record stays as it is."))
        return see_other("record_edit", amendment.record_id)
    record = selector.one(request.actor, amendment.record_id)
    shown = {**records_review.page(record, request.actor), "form": form}
    return render(request, "incidents/record/read.html", shown, status=status_of(form))


def _propose(record: DeescalationRecord, request: ActorRequest, section: str, clean: dict[str, Any]) -> RecordAmendment:
    names = [field.name for field in BY_KEY[section].fields]
    return record_amendments.amend(
        record,
        actor=request.actor,
        expected_version=clean["version"],
        section=section,
        changes={name: clean[name] for name in names},
        reason=clean["reason"],
    )
