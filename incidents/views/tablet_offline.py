"""What makes the tablet open without a signal: its service worker, manifest and empty page, and who is signed in."""

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core import clock
from core.web.request import ActorRequest
from incidents import tablet_files
from incidents.record_vocabulary import Technique
from officers.selectors.shifts import own_officer

# By this header a tablet knows an answer of ours from one of a captive portal.
OURS = "X-CIT"
ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-mask.png", "512x512", "maskable"),
)


@require_GET
@login_not_required
def worker(request: ActorRequest) -> HttpResponse:
    """The service worker: its text, headed by the list of files and the name of their release."""
    named = {
        "RELEASE": tablet_files.release(),
        "FILES": tablet_files.addresses(),
        "SHELL": reverse("tablet_shell"),
    }
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in named.items())
    response = HttpResponse(head + tablet_files.worker(), content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = reverse("tablet")
    response["Cache-Control"] = "no-cache"
    return response


@require_GET
@login_not_required
def manifest(request: ActorRequest) -> HttpResponse:
    """What a tablet needs to put this on its home screen."""
    start = reverse("tablet")
    sizes = [{"src": static(name), "sizes": size, "type": "image/png", "purpose": use} for name, size, use in ICONS]
    said = {
        "id": start,
        "name": _("CIT Dispatch, officer's tablet"),
        "short_name": _("CIT tablet"),
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "background_color": "#0b1016",
        "theme_color": "#0b1016",
        "icons": [*sizes, {"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    response = JsonResponse(said, content_type="application/manifest+json")
    response["Cache-Control"] = "no-cache"
    return response


@require_GET
@login_not_required
def shell(request: ActorRequest) -> HttpResponse:
    """The page that opens without a signal: it names nobody, so that any tablet may keep it."""
    shown = {"techniques": Technique.choices, "styles": tablet_files.sheets()}
    response = render(request, "incidents/tablet/shell.html", shown)
    response[OURS] = "1"
    return response


@require_GET
@login_not_required
def session(request: ActorRequest) -> JsonResponse:
    """Who is signed in here, asked before every sending."""
    response = JsonResponse(_session(request), status=200 if request.user.is_authenticated else 401)
    response[OURS] = "1"
    return response


def _session(request: ActorRequest) -> dict[str, Any]:
    if not request.user.is_authenticated:
        return {"code": "not_authenticated"}
    officer = own_officer(request.actor)
    return {
        "user": str(request.actor.id),
        "label": officer.call_sign if officer else "",
        "csrf": get_token(request),
        "server_time": clock.now().isoformat(),
    }
