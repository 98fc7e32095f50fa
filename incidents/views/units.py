"""The console's officers: their panel, alone or in the page."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from core import clock
from core.actors import Actor
from core.web.panels import drawn
from core.web.request import ActorRequest
from incidents.selectors import board as selector
from incidents.selectors import units as selector_of_units
from incidents.units_forms import SHOWN
from incidents.views import unit_rows
from incidents.views.asked import Asked, asked, own
from officers.selectors import coverage

TOPICS = "assignment unit"


@require_GET
def units(request: ActorRequest) -> HttpResponse:
    """The panel alone, for its refresh."""
    return HttpResponse(panel(request.actor, asked(request.GET)))


def panel(actor: Actor, chosen: Asked) -> SafeString:
    """The officers as this desk asked for them."""
    drawing = drawn(
        ("units", chosen.show, str(chosen.zone)),
        selector.same_for(actor),
        TOPICS,
        lambda: render_to_string("incidents/units/_panel.html", _shown(actor, chosen.show, chosen.zone)),
    )
    return own(drawing, chosen.query("incident", "tab"), "", None)


def _shown(actor: Actor, show: str, zone: UUID | None) -> dict[str, Any]:
    """What the panel's template prints."""
    at = clock.now()
    everybody = unit_rows.officers(selector.roster(actor, at), at)
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
        "zones": [{"id": str(key), "name": name} for key, name in selector_of_units.zones(actor)],
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
