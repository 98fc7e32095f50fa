"""The style guide: every part of the design system in every state. Only the demonstration has it."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from core import clock
from core.web.query import parse

SPRITE = settings.BASE_DIR / "static" / "icons.svg"
YES_NO = [("yes", _("Yes")), ("no", _("No")), ("unknown", _("Unknown"))]
SEEN = [("crying", _("Crying")), ("pacing", _("Pacing")), ("withdrawn", _("Withdrawn")), ("angry", _("Angry"))]
ENDED = [("class", _("Back to class")), ("counselor", _("With the counselor")), ("home", _("Home with family"))]
PILLS = [
    ("available", _("Available")),
    ("en_route", _("En route")),
    ("on_scene", _("On scene")),
    ("busy", _("Busy")),
    ("received", _("Waiting")),
    ("off_duty", _("Off duty")),
    ("handed_off", _("Handed off")),
    ("failed", _("Ended without help")),
]


class SampleForm(forms.Form):
    """One field of every kind."""

    place = forms.CharField(label=_("Place"), help_text=_("Building and room."))
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, required=False)
    nature = forms.ChoiceField(label=_("Nature"), choices=[("", "–"), *ENDED])
    weapon = forms.ChoiceField(label=_("Weapon seen or mentioned?"), choices=YES_NO, widget=forms.RadioSelect)
    ended = forms.ChoiceField(label=_("How it ended"), choices=ENDED, widget=forms.RadioSelect)
    seen = forms.MultipleChoiceField(label=_("You saw"), choices=SEEN, widget=forms.CheckboxSelectMultiple)
    at = forms.DateTimeField(label=_("When"))
    told = forms.BooleanField(label=_("The family was told"), required=False)


class LookQuery(forms.Form):
    """How the style guide is looked at."""

    theme = forms.CharField(max_length=20, required=False)
    density = forms.CharField(max_length=20, required=False)
    page = forms.IntegerField(min_value=1, max_value=5, required=False)


@require_GET
@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """Everything at once, filled with invented words; `?theme=` and `?density=` choose the look."""
    if not settings.DEMO:
        raise Http404
    return render(request, "styleguide.html", {**_people(request), **_forms(), **_parts(request)})


def _people(request: HttpRequest) -> dict[str, Any]:
    person = {"name": "M. Ocotillo", "roles": [_("Dispatcher"), _("Supervisor")], "language": "en", "signed_in": True}
    look = parse(request.GET, LookQuery)
    person |= {"theme": look["theme"], "density": look["density"]}
    nav = [
        {"label": _("Board"), "url": "#board", "icon": "home", "current": True, "count": 7},
        {"label": _("Referrals"), "url": "#referrals", "icon": "inbox", "current": False, "count": 0},
        {"label": _("Outcomes"), "url": "#outcomes", "icon": "chart", "current": False, "count": 0},
    ]
    site = {"demo": True, "agency_name": "Sotol Ridge ISD Police", "version": ""}
    return {"person": person, "site": site, "nav": nav}


def _forms() -> dict[str, Any]:
    filled = {"place": "Room B-204", "weapon": "no", "ended": "counselor", "seen": ["crying"], "nature": "class"}
    return {
        "form": SampleForm(initial={**filled, "at": clock.now()}, prefix="good"),
        "bad_form": SampleForm({}, prefix="bad"),
    }


def _parts(request: HttpRequest) -> dict[str, Any]:
    now = clock.now()
    return {
        "pills": PILLS,
        "ages": [(now - timedelta(seconds=age), 60) for age in (12, 40, 75)] + [(now - timedelta(hours=5), None)],
        "moves": _moves(),
        "steps": [
            {"label": _("Received"), "state": "did", "at": now - timedelta(minutes=9)},
            {"label": _("Sent"), "state": "did", "time": "+0:41"},
            {"label": _("On scene"), "state": "now", "time": "+4:07"},
            {"label": _("Clear"), "state": ""},
        ],
        "entries": [
            {"at": now - timedelta(minutes=9), "who": "DESK2", "text": _("Call from the front office")},
            {"at": now - timedelta(minutes=5), "who": "C-07", "text": _("On scene"), "late": True},
        ],
        "rows": [(_("Helps"), _("Quiet room, headphones")), (_("Avoid"), _("Sirens, crowds"))],
        "tabs": [
            {"label": _("All"), "url": "#all", "current": True, "count": 7},
            {"label": _("Waiting"), "url": "#waiting", "current": False, "count": 1},
        ],
        "pages": Paginator(range(50), 10).get_page(parse(request.GET, LookQuery)["page"] or 2),
        "icons": re.findall(r'id="i-(\w+)"', SPRITE.read_text("utf-8")),
    }


def _moves() -> list[dict[str, Any]]:
    return [
        {"name": "clear", "label": _("Clear"), "url": "#clear", "version": 3, "primary": True},
        {"name": "assess", "label": _("Assess again"), "url": "#assess", "needs_form": True, "key": "F7"},
        {"name": "cancel", "label": _("Cancel"), "url": "#cancel", "version": 3, "tone": "danger"},
    ]
