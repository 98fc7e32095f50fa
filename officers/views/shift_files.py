"""Shifts as files: import in two steps, and export."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock, csv_in
from core.permissions import require
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from officers import shift_csv
from officers.forms.planner import ExportQuery
from officers.forms.rotations import ImportForm, ImportTextForm
from officers.planning.local import DAY
from officers.selectors import shift_files as selector
from officers.services import shift_files
from officers.views.shift_pages import places, to_week


@require_http_methods(["GET", "POST"])
def load(request: ActorRequest) -> HttpResponse:
    """Choose a file and see what it would do; then, with the same text, do it."""
    require(request.actor, "shift.import")
    if request.POST.get("then") == "import":
        return _import(request)
    form = ImportForm(posted(request), request.FILES or None)
    content = b""
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read()
    sheet = attempt(form, lambda: shift_files.check(actor=request.actor, content=content))
    return _page(request, form, sheet, content)


@require_GET
def export(request: ActorRequest) -> HttpResponse:
    """The planned shifts between two days."""
    require(request.actor, "shift.export")
    asked = parse(request.GET, ExportQuery)
    first = asked["from_day"] or timezone.localdate(clock.now())
    last = asked["to_day"] or first + DAY * 27
    text = shift_csv.written(*selector.between(request.actor, first, last))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="shifts-{first}-{last}.csv"'
    return response


def _import(request: ActorRequest) -> HttpResponse:
    form = ImportTextForm(request.POST)
    content = form.cleaned_data["content"].encode() if form.is_valid() else b""
    sheet = attempt(form, lambda: shift_files.load(actor=request.actor, content=content))
    if sheet is None:
        return _page(request, form, None, b"")
    messages.success(request, _("%(number)d shifts imported.") % {"number": len(sheet.wanted)})
    if not sheet.wanted:
        return see_other("shifts")
    return to_week(timezone.localdate(sheet.wanted[0].span.starts_at))


def _page(request: ActorRequest, form: Any, sheet: shift_files.Sheet | None, content: bytes) -> HttpResponse:
    text = csv_in.text_of(content) if sheet and not sheet.bad else ""
    context = {
        "form": form if isinstance(form, ImportForm) else ImportForm(),
        "refused": form if form.is_bound and sheet is None else None,
        "sheet": sheet,
        "again": ImportTextForm(initial={"content": text}) if text else None,
        "columns": shift_csv.COLUMNS,
        **places(request.actor),
    }
    return render(request, "officers/shifts/import.html", context, status=status_of(form) if sheet is None else 200)
