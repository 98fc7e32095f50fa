"""What the training pages share: one page for every form."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from core.permissions import may
from core.web.pages import attempt, see_other, status_of
from core.web.request import ActorRequest

TABS = (
    ("training", _("Work list")),
    ("sessions", _("Classes")),
    ("courses", _("Courses")),
    ("rules", _("Rules")),
)


def page(request: ActorRequest, template: str, here: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of training with the ways to the others."""
    tabs = [
        {"label": label, "url": reverse(name), "current": name == here}
        for name, label in TABS
        if name != "training" or may(request.actor, "training.read")
    ]
    return render(request, f"officers/{template}.html", {"tabs": tabs, **context}, status=status)


def form_page(request: ActorRequest, form: BaseForm, *, title: str, back: str, **more: Any) -> HttpResponse:
    """A form with its heading, the way back, and what was refused."""
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "officers/training_form.html", context, status=status_of(form))


def sent(request: ActorRequest, form: BaseForm, run: Callable[[], Any], said: str = "") -> Any:
    """The service's answer to a sent form, said to the person; None when there is something to correct."""
    if request.method != "POST":
        return None
    done = attempt(form, run)
    if done is not None:
        messages.success(request, said or __("Saved."))
    return done


def to(route: str, *keys: object) -> HttpResponse:
    """After a success."""
    return see_other(route, *keys)
