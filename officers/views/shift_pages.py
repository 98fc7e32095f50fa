"""What the pages of shifts share: one form on a page, the buttons of open moves, and the way back to a week."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise

from core.actors import Actor
from core.models import Flowing
from core.moves import open_moves
from core.permissions import may
from core.web.doors import Door
from core.web.pages import attempt, status_of
from core.web.request import ActorRequest

SHIFT_PAGES = {"change": "shift_change", "hand_over": "shift_hand_over", "cancel": "shift_cancel"}
COVER_PAGES = {"accept": "cover_move", "decline": "cover_move", "withdraw": "cover_move"}
LEAVE_PAGES = {"approve": "leave_move", "decline": "leave_move", "withdraw": "leave_move"}
FIRST = ("accept", "approve")


def places(actor: Actor) -> dict[str, bool]:
    """Which pages of shifts this person is offered."""
    return {
        "decides": may(actor, "cover.decline"),
        "reads_clock": may(actor, "clock.read"),
        "exports": may(actor, "shift.export"),
    }


def form_page(
    request: ActorRequest, form: BaseForm, title: str | Promise, submit: str | Promise, back: str, **more: Any
) -> HttpResponse:
    """One form with its title; refused, it shows what was typed."""
    context = {"form": form, "title": title, "submit": submit, "back": back, **more}
    return render(request, "officers/shifts/form.html", context, status=status_of(form))


def buttons(record: Flowing, actor: Actor, pages: Mapping[str, str]) -> list[dict[str, Any]]:
    """The open moves that these pages offer, as `ui/moves.html` draws them."""
    return [
        {
            "name": move.name,
            "label": move.label,
            "tone": move.tone,
            "url": reverse(pages[move.name], args=[record.pk]),
            "version": record.version,
            "needs_form": move.needs_form,
            "primary": move.name in FIRST,
        }
        for move in open_moves(record, actor)
        if move.name in pages
    ]


def press(form: BaseForm, record: Flowing, actor: Actor, doors: Mapping[str, Door]) -> Any:
    """The move whose button was pressed, or None with the refusal in the form."""

    def run() -> Any:
        service = doors[form.cleaned_data["move"]][0]
        return service(record, actor=actor, expected_version=form.cleaned_data["version"])

    return attempt(form, run)


def week_name(day: date) -> str:
    """2026-W48."""
    year, number, _weekday = day.isocalendar()
    return f"{year}-W{number:02d}"


def to_week(day: date) -> HttpResponseRedirect:
    """Back to the week of this day."""
    return HttpResponseRedirect(f"{reverse('shifts')}?week={week_name(day)}", status=303)
