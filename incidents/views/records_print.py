"""The record on paper: for a stated purpose, in the reader's language, as a tagged PDF."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from core import clock, documents
from core.actors import Actor
from core.permissions import require
from core.templatetags.ui import clock as wall
from core.web.pages import attempt, posted, status_of
from core.web.request import ActorRequest
from incidents.models import DeescalationRecord, RecordOfficer
from incidents.selectors import record_reading
from incidents.selectors import records as selector
from incidents.services import record_prints
from incidents.views import records_shown
from officers.selectors.kept_files import Content
from officers.views import answers


class PrintForm(forms.Form):
    """What the paper is for, and who reads it."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("What it is for"), choices=record_prints.Purpose.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)


@require_http_methods(["GET", "POST"])
def print_out(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask what for; then the document, and the ledger knows."""
    record = selector.one(request.actor, pk)
    require(request.actor, "record.print", record)
    form = PrintForm(posted(request))
    done = attempt(form, lambda: record_prints.print_out(record, actor=request.actor, **form.cleaned_data))
    if done is None:
        shown = {"form": form, "record": record}
        return render(request, "incidents/record/print.html", shown, status=status_of(form))
    made = document(selector.one(request.actor, pk), request.actor, language=form.cleaned_data["language"])
    return answers.attachment(Content(made, "application/pdf", f"{record.number or record.incident.number}.pdf"))


def document(record: DeescalationRecord, actor: Actor, *, language: str) -> bytes:
    """The record as PDF."""
    at = clock.now()
    with translation.override(language):
        return documents.pdf("record", content(record, actor), language=language, made_at=at)


def content(record: DeescalationRecord, actor: Actor) -> dict[str, Any]:
    """Everything on the paper, in the language of the moment."""
    reading = record_reading.read(actor, record)
    shown = records_shown.page(record, reading, list(record_reading.amendments(actor, record.pk)), actor)
    state = str(record.get_status_display())
    return {
        "title": _("De-escalation record"),
        "agency": record.incident.agency.name,
        "number": record.number or record.incident.number,
        "mark": "" if record.status == "locked" else _("Not locked: %(status)s") % {"status": state},
        "foot": _("SHA-256 %(hash)s") % {"hash": record.frozen_sha256[:32]} if record.frozen_sha256 else "",
        "head": [[str(label), str(words)] for label, words in _head(record, shown["about"])],
        "sections": [
            {"title": str(one["title"]), "rows": [[str(label), words] for label, words in one["rows"]]}
            for one in shown["sections"]
        ],
        "officers-title": _("Officers, as they were that day"),
        "officers": [[row.officer.call_sign, _officer(row)] for row in shown["officers"]],
        "changes-title": _("Changes after the record was locked"),
        "changes": [_change(one) for one in shown["amendments"] if one["row"].status == "accepted"],
    }


def _head(record: DeescalationRecord, about: str) -> list[tuple[str, Any]]:
    return [
        (_("Incident"), record.incident.number),
        (_("Campus"), record.incident.campus.name),
        (_("The person is"), about),
        (_("Name"), record.subject.name or "–"),
        (_("Author"), record.author.name),
        (_("Status"), record.get_status_display()),
        (_("Filed"), _moment(record.submitted_at)),
        (_("Approved"), _moment(record.approved_at)),
        (_("Locked"), _moment(record.locked_at)),
    ]


def _moment(at: Any) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else "–"


def _officer(row: RecordOfficer) -> str:
    cit = _("CIT certified") if row.cit_active else _("Not CIT certified")
    until = _("until %(day)s") % {"day": date_format(row.cit_expires_on)} if row.cit_expires_on else ""
    times = f"{wall(row.arrived_at)}–{wall(row.left_at)}" if row.left_at else wall(row.arrived_at)
    parts = [str(row.get_scene_role_display()), times, cit, row.cit_course, until, str(row.get_license_type_display())]
    return " · ".join(part for part in parts if part)


def _change(one: dict[str, Any]) -> dict[str, Any]:
    row = one["row"]
    return {
        "title": f"{row.number}. {one['section']} · {_moment(row.decided_at)} · {row.by.name}",
        "reason": row.reason,
        "rows": [[str(each["label"]), each["old"] or "–", each["new"] or "–"] for each in one["changes"]],
        "columns": [_("Question"), _("Before"), _("Now")],
    }
