"""Devices and what came from them late, refused or not at all: the page of whoever keeps them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.selectors import tablet_devices, tablet_watch
from incidents.services import tablet_devices as devices
from incidents.services import tablet_quarantine
from incidents.tablet_forms import RevokeForm


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """All devices with their gaps and clocks; for supervisors the entries too."""
    watch = tablet_watch.watch(request.actor, clock.now())
    shown = {"watch": watch, "may_review": may(request.actor, "tablet.review")}
    return render(request, "incidents/tablet/devices.html", shown)


@require_http_methods(["GET", "POST"])
def revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a device up, with a reason."""
    device = tablet_devices.to_revoke(request.actor, pk)
    form = RevokeForm(posted(request))
    if attempt(form, act(devices.revoke, device, request.actor, form)) is not None:
        return see_other("tablet_devices")
    shown = {"form": form, "device": device}
    return render(request, "incidents/tablet/revoke.html", shown, status=status_of(form))


@require_POST
def open_refused(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What a refused entry says; the look is recorded."""
    row = tablet_watch.to_open(request.actor, pk)
    return _entry(request, row, tablet_quarantine.look_at_refused(row, actor=request.actor))


@require_POST
def open_quarantined(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What an entry of a revoked device says; the look is recorded."""
    row = tablet_watch.quarantined(request.actor, pk)
    return _entry(request, row, tablet_quarantine.look(row, actor=request.actor))


def _entry(request: ActorRequest, row: Any, content: Mapping[str, Any]) -> HttpResponse:
    words = [(name, value) for name, value in content.items() if value not in ("", None)]
    return render(request, "incidents/tablet/entry.html", {"row": row, "words": words})
