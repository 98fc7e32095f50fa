"""The words of legal forms: their versions, drafts, previews, approval and the day from which they count."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.moves import open_moves
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents import legal_documents
from incidents.doors.law import TEMPLATE_MOVES
from incidents.law_office_forms import ActivateForm, TemplateDraftForm, TemplateReviseForm
from incidents.selectors import legal_templates as selector
from incidents.services import legal_templates
from incidents.views.common import blocked, buttons

MOVE_PAGES = dict.fromkeys(("approve", "withdraw"), "legal_template_move") | {"activate": "legal_template_activate"}


@require_http_methods(["GET", "POST"])
def listed(request: ActorRequest) -> HttpResponse:
    """Every version, and which is in force; a POST begins a draft."""
    rows = selector.listed(request.actor)
    form = TemplateDraftForm(posted(request), versions=[(str(row.pk), _named(row)) for row in rows])
    if request.method == "POST":
        agency = selector.agency(request.actor)
        made = attempt(form, lambda: legal_templates.write(agency, actor=request.actor, **form.cleaned_data))
        if made is not None:
            return see_other("legal_template", made.pk)
    shown: dict[str, Any] = {"form": form, "rows": rows, "may_write": may(request.actor, "legal_template.write")}
    return render(request, "incidents/law/templates.html", shown, status=status_of(form))


def _named(row: Any) -> str:
    return f"{row.title} ({row.language} {row.number})"


@require_GET
def version(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One version: its words, where they come from, and what can be done with it."""
    row = selector.one(request.actor, pk)
    refused = blocked(row, request.actor, clock.now())
    moves = [each for each in buttons(row, request.actor, MOVE_PAGES) if each["name"] not in refused]
    shown = {
        "row": row,
        "moves": moves,
        "may_change": "revise" in {move.name for move in open_moves(row, request.actor)},
        "missing": list(refused.values()),
    }
    return render(request, "incidents/law/template.html", shown)


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The words of a draft as JSON; every mistake is said with its place."""
    row = selector.to_try(request.actor, pk, "revise")
    names = ("title", "source_note", "confirm_with_counsel", "content")
    initial = {name: getattr(row, name) for name in names}
    form = TemplateReviseForm(posted(request), version=row.version, initial=initial)
    if attempt(form, act(legal_templates.revise, row, request.actor, form)) is not None:
        messages.success(request, _("The draft is saved."))
        return see_other("legal_template", pk)
    return render(request, "incidents/law/template_act.html", {"form": form, "row": row}, status=status_of(form))


@require_GET
def preview(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The words on paper, without answers."""
    row = selector.one(request.actor, pk)
    headers = {"Content-Disposition": 'inline; filename="preview.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(legal_documents.preview(row, row.created_at), content_type="application/pdf", headers=headers)


@require_http_methods(["GET", "POST"])
def activate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """From which day on it counts."""
    row = selector.to_try(request.actor, pk, "activate")
    form = ActivateForm(posted(request), version=row.version)
    if attempt(form, act(legal_templates.activate, row, request.actor, form)) is not None:
        messages.success(request, _("The version is in use from that day on."))
        return see_other("legal_template", pk)
    return render(request, "incidents/law/template_act.html", {"form": form, "row": row}, status=status_of(form))


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Approve, withdraw."""
    name = request.POST.get("move", "")
    known = name if name in ("approve", "withdraw") else "approve"
    row = selector.to_try(request.actor, pk, known)
    form = VersionForm(request.POST if name == known else {}, version=row.version)
    if attempt(form, act(TEMPLATE_MOVES[known][0], row, request.actor, form)) is not None:
        return see_other("legal_template", pk)
    return render(request, "incidents/law/template_act.html", {"form": form, "row": row}, status=status_of(form))
