"""The console's officers: their panel, alone or in the page, and the page of one of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock
from core.actors import Actor
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.panels import drawn
from core.web.request import ActorRequest
from incidents.selectors import assignments, board
from incidents.selectors import units as selector
from incidents.units_forms import SHOWN, StatusForm
from incidents.views import unit_rows
from incidents.views.asked import Asked, asked, own
from officers.selectors import coverage
from officers.services import duty

TOPICS = "assignment unit"


@require_GET
def units(request: ActorRequest) -> HttpResponse:
    """The panel alone, for its refresh."""
    return HttpResponse(panel(request.actor, asked(request.GET)))


@require_http_methods(["GET", "POST"])
def unit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One officer: what can be asked of them now, and which calls wait for them."""
    officer = selector.unit(request.actor, pk)
    form = StatusForm(posted(request), initial={"duty": officer.duty})
    if attempt(form, act(duty.set_status, officer, request.actor, form)) is not None:
        messages.success(request, _("%(unit)s: status set.") % {"unit": officer.call_sign})
        return see_other("unit", officer.pk)
    context = {
        "officer": officer,
        "form": form,
        "pending": selector.pending_for(request.actor, officer),
        "part": assignments.part_of(request.actor, officer),
        "may_set": may(request.actor, "time.set_status", officer) and officer.duty != "off_duty",
    }
    return render(request, "incidents/units/unit.html", context, status=status_of(form))


def panel(actor: Actor, chosen: Asked) -> SafeString:
    """The officers as this desk asked for them."""
    drawing = drawn(
        ("units", chosen.show, str(chosen.zone)),
        board.same_for(actor),
        TOPICS,
        lambda: render_to_string("incidents/units/_panel.html", _shown(actor, chosen.show, chosen.zone)),
    )
    return own(drawing, chosen.query("incident", "tab"), "", None)


def _shown(actor: Actor, show: str, zone: UUID | None) -> dict[str, Any]:
    """What the panel's template prints."""
    at = clock.now()
    everybody = unit_rows.officers(board.roster(actor, at), at)
    on_duty = [unit for unit in everybody if not unit["off"]]
    free = [unit for unit in on_duty if unit["free"]]
    number = {"all": len(on_duty), "cit": sum(unit["cit"] != "none" for unit in on_duty), "available": len(free)}
    kept = [unit for unit in everybody if _on(unit, show, zone)]
    return {
        "officers": [unit for unit in kept if not unit["off"]],
        "off_duty": [unit for unit in kept if unit["off"]],
        "total": len(on_duty),
        "cit_free": sum(unit["cit"] != "none" for unit in free),
        "chips": [{"name": name, "label": label, "count": number[name]} for name, label in SHOWN],
        "zones": [{"id": str(key), "name": name} for key, name in selector.zones(actor)],
        "show": show,
        "zone": str(zone or ""),
        "coverage": coverage.watched(actor, at).warnings,
        "topics": TOPICS,
    }


def _on(unit: unit_rows.Unit, show: str, zone: UUID | None) -> bool:
    """Whether the chips let the officer through."""
    if zone is not None and unit["zone"] != str(zone):
        return False
    return unit["cit"] != "none" if show == "cit" else unit["free"] if show == "available" else True
