"""A legal form: completed, signed, stamped at the facility, handed out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock
from core.moves import open_moves
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents import legal_documents
from incidents.law_forms import AnswersForm, HandOutForm, SignForm, StampForm
from incidents.models import LegalForm
from incidents.selectors import legal_forms as selector
from incidents.services import legal_forms

_TIMES = ("apprehended_at", "presented_at", "accepted", "decided_at", "refusal_reason", "custody_transferred_at")


@require_http_methods(["GET", "POST"])
def form(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A draft to complete, or what was signed."""
    found = selector.one(request.actor, pk)
    if request.method == "POST":
        found = selector.to_try(request.actor, pk, "revise")
    drawn = _drawn(request, found)
    if attempt(drawn, lambda: _save(request, found, drawn)) is not None:
        messages.success(request, _("The draft is saved."))
        return see_other("legal_form_sign", pk) if "sign" in request.POST else see_other("legal_form", pk)
    shown = _shown(request, found) | {"form": drawn}
    return render(request, "incidents/law/form.html", shown, status=status_of(drawn))


def _drawn(request: ActorRequest, found: LegalForm) -> AnswersForm:
    return AnswersForm(posted(request), version=found.version, words=found.template.content, answers=found.content)


def _save(request: ActorRequest, found: LegalForm, drawn: AnswersForm) -> LegalForm:
    given = drawn.cleaned_data["version"]
    return legal_forms.revise(found, actor=request.actor, expected_version=given, answers=drawn.answers())


def _shown(request: ActorRequest, found: LegalForm) -> dict[str, Any]:
    moves = {move.name for move in open_moves(found, request.actor)}
    content = found.template.content
    return {
        "row": found,
        "moves": moves,
        "words": content,
        "rows": legal_documents.answers(found),
        "may_print": found.status == "signed" and may(request.actor, "legal_form.print", found),
        "back": reverse("duty", args=[found.duty_id]),
    }


@require_http_methods(["GET", "POST"])
def sign(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The statements once more, the typed name, the confirmation."""
    found = selector.to_try(request.actor, pk, "sign")
    drawn = SignForm(posted(request), version=found.version)
    if attempt(drawn, act(legal_forms.sign, found, request.actor, drawn)) is not None:
        messages.success(request, _("The form is signed."))
        return see_other("legal_form", pk)
    shown = _shown(request, found) | {"form": drawn, "title": _("Sign"), "signing": True}
    return render(request, "incidents/law/form_act.html", shown, status=status_of(drawn))


@require_http_methods(["GET", "POST"])
def stamp(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What happened at the facility."""
    found = selector.to_try(request.actor, pk, "stamp")
    now = {name: getattr(found, name) for name in _TIMES}
    drawn = StampForm(posted(request), version=found.version, initial=now)
    if attempt(drawn, act(legal_forms.stamp, found, request.actor, drawn)) is not None:
        messages.success(request, _("The times are saved."))
        return see_other("duty", found.duty_id)
    shown = _shown(request, found) | {"form": drawn, "title": _("Times at the facility")}
    return render(request, "incidents/law/form_act.html", shown, status=status_of(drawn))


@require_GET
def draft(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The form as it would look on paper, marked as a draft; what is signed is handed out and logged instead."""
    found = selector.to_try(request.actor, pk, "revise")
    if found.status == "signed":
        return see_other("legal_form_print", pk)
    return _paper(found, legal_documents.pdf(found))


@require_http_methods(["GET", "POST"])
def hand_out(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say to whom it goes and why; the answer is the paper."""
    found = selector.to_try(request.actor, pk, "print")
    drawn = HandOutForm(posted(request))
    done = attempt(drawn, act(legal_forms.hand_out, found, request.actor, drawn))
    if done is not None:
        return _paper(found, done[1])
    shown = _shown(request, found) | {"form": drawn, "title": _("Print, and log to whom it goes")}
    return render(request, "incidents/law/form_act.html", shown, status=status_of(drawn))


def _paper(found: LegalForm, made: bytes) -> HttpResponse:
    name = f"form-{found.number}-{clock.now():%Y%m%d}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
