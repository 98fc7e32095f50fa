"""A file of aliases, extensions or room uses: seen before it is taken."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.errors import BrokenRule
from core.permissions import require
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from officers.forms.roster import TakeForm, UploadForm
from officers.places import said
from officers.places.importing import COLUMNS, SAME, Plan
from officers.roster_csv import seal
from officers.services import places_import
from officers.views.place_rows_shown import TITLES


@require_http_methods(["GET", "POST"])
def upload(request: ActorRequest, noun: str) -> HttpResponse:
    """Choose a file; the answer is what it would change."""
    require(request.actor, "place.keep")
    form = UploadForm(posted(request), request.FILES or None)
    content = form.cleaned_data["file"].read(places_import.MOST_BYTES + 1) if form.is_valid() else b""
    plan = attempt(form, lambda: places_import.check(content, noun=noun, actor=request.actor))
    if plan is not None:
        return render(request, "officers/places/plan.html", _seen(plan, content, request, noun))
    required, optional = COLUMNS[noun]
    context = {**_words(noun), "form": form, "required": required, "optional": optional}
    return render(request, "officers/places/import.html", context, status=status_of(form))


@require_POST
def take(request: ActorRequest, noun: str) -> HttpResponse:
    """Take the file that was looked at, as it was looked at."""
    require(request.actor, "place.keep")
    form = TakeForm(request.POST)
    content = seal.opened(form.cleaned_data["sealed"], request.actor) if form.is_valid() else None
    if content is None:
        messages.warning(request, _("That look at the file is too old. Choose the file again."))
        return see_other(f"{noun}_import")
    digest = form.cleaned_data["digest"]
    done = attempt(form, lambda: places_import.run(content, noun=noun, actor=request.actor, digest=digest))
    if done is None:
        return _again(request, form, content, noun)
    words = {"new": len(done.new), "changed": len(done.changed)}
    messages.success(request, _("The file was taken: %(new)d new, %(changed)d changed.") % words)
    answer = see_other("places")
    answer["Location"] += f"?kind={noun}"
    return answer


def _again(request: ActorRequest, form: TakeForm, content: bytes, noun: str) -> HttpResponse:
    """Something moved on: the same file, looked at anew."""
    try:
        plan = places_import.check(content, noun=noun, actor=request.actor)
    except BrokenRule as refusal:
        messages.error(request, str(refusal))
        return see_other(f"{noun}_import")
    context = _seen(plan, content, request, noun) | {"refused": form}
    return render(request, "officers/places/plan.html", context, status=status_of(form))


def _seen(plan: Plan, content: bytes, request: ActorRequest, noun: str) -> dict[str, Any]:
    sealed = {"sealed": seal.sealed(content, request.actor), "digest": plan.digest(content)}
    rows = [
        {"line": row.line, "kind": row.kind, "title": row.title, "place": said.label(row.place)}
        for row in plan.rows
        if row.kind != SAME
    ]
    return {**_words(noun), "plan": plan, "rows": rows, "form": TakeForm(initial=sealed)}


def _words(noun: str) -> dict[str, Any]:
    return {
        "title": TITLES[noun],
        "back": f"{reverse('places')}?kind={noun}",
        "again": reverse(f"{noun}_import"),
        "take": reverse(f"{noun}_take"),
    }
