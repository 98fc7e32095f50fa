"""Files of the roster: the import, seen before it is taken, and what people handed in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.errors import BrokenRule
from core.permissions import require
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from officers.forms.roster import TakeForm, UploadForm
from officers.roster_csv import seal
from officers.roster_csv.cells import allowed
from officers.roster_csv.columns import COLUMNS
from officers.selectors import kept_files
from officers.selectors import roster as selector
from officers.services import roster_import
from officers.views import answers

WORDS = ("roles", "license", "languages", "skills")


@require_http_methods(["GET", "POST"])
def upload(request: ActorRequest) -> HttpResponse:
    """Choose a file; the answer is what it would change."""
    require(request.actor, "officer.import")
    form = UploadForm(posted(request), request.FILES or None)
    content = form.cleaned_data["file"].read(roster_import.MOST_BYTES + 1) if form.is_valid() else b""
    plan = attempt(form, lambda: roster_import.check(content, actor=request.actor))
    if plan is not None:
        return render(request, "officers/roster_plan.html", _seen(plan, content, request))
    context = {
        "form": form,
        "columns": COLUMNS,
        "words": [(name, allowed(name)) for name in WORDS],
        "campuses": selector.campuses(request.actor),
    }
    return render(request, "officers/roster_import.html", context, status=status_of(form))


@require_POST
def take(request: ActorRequest) -> HttpResponse:
    """Take the file that was looked at, as it was looked at."""
    require(request.actor, "officer.import")
    form = TakeForm(request.POST)
    content = seal.opened(form.cleaned_data["sealed"], request.actor) if form.is_valid() else None
    if content is None:
        messages.warning(request, _("That look at the file is too old. Choose the file again."))
        return see_other("roster_import")
    digest = form.cleaned_data["digest"]
    done = attempt(form, lambda: roster_import.run(content, actor=request.actor, digest=digest))
    if done is None:
        return _again(request, form, content)
    words = {"new": len(done.new), "changed": len(done.changed)}
    messages.success(request, _("The file was taken: %(new)d new, %(changed)d changed.") % words)
    return see_other("roster")


@require_GET
def certificate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The file of a completion."""
    return answers.attachment(kept_files.certificate(request.actor, pk))


@require_GET
def photo(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The photo of a person."""
    return answers.picture(kept_files.photo(request.actor, pk))


def _again(request: ActorRequest, form: TakeForm, content: bytes) -> HttpResponse:
    """The roster moved on: the same file, looked at anew."""
    try:
        plan = roster_import.check(content, actor=request.actor)
    except BrokenRule as refusal:
        messages.error(request, str(refusal))
        return see_other("roster_import")
    context = _seen(plan, content, request) | {"refused": form}
    return render(request, "officers/roster_plan.html", context, status=status_of(form))


def _seen(plan: Any, content: bytes, request: ActorRequest) -> dict[str, Any]:
    sealed = {"sealed": seal.sealed(content, request.actor), "digest": plan.digest(content)}
    return {"plan": plan, "form": TakeForm(initial=sealed)}
