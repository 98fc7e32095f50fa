"""What every page does with a form and a refusal: say it beside the field, and lose nothing that was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from core.errors import BrokenRule, Conflict, DomainError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for a person, on their home page."""

    title: str | Promise
    detail: str | Promise
    url: str
    since: datetime | None = None
    priority: str = ""
    status: str = ""
    status_label: str | Promise = ""


def attempt(form: BaseForm, act: Callable[[], T]) -> T | None:
    """Run the service when the form is valid; a refusal goes into the form and the answer is None."""
    if not form.is_valid():
        return None
    try:
        return act()
    except (BrokenRule, Conflict) as refusal:
        _place(form, refusal)
    return None


def see_other(route: str, *keys: object) -> HttpResponseRedirect:
    """After a success: fetch this page, and never repeat the POST."""
    return HttpResponseRedirect(reverse(route, args=keys), status=303)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: an empty POST is still a POST."""
    return request.POST if request.method == "POST" else None


def status_of(form: BaseForm) -> int:
    """200 for a form not yet sent, 409 when someone was faster, 422 for everything to correct."""
    if not form.is_bound:
        return 200
    return int(getattr(form, "refused_with", BrokenRule.status))


def _place(form: BaseForm, refusal: DomainError) -> None:
    form.__dict__["refused_with"] = refusal.status
    placed = {name: text for name, text in refusal.fields.items() if name in form.fields}
    for name, text in placed.items():
        form.add_error(name, str(text))
    if not placed or len(placed) < len(refusal.fields):
        form.add_error(None, str(refusal))
