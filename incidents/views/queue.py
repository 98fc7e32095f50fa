"""The console's queue: its panel, alone or in the page."""

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
from incidents.selectors.desks import current_desk
from incidents.selectors.timer_rules import in_force
from incidents.units_forms import TABS
from incidents.views import rows
from incidents.views.asked import Asked, asked, own

TOPICS = "incident assignment lookout ask"


@require_GET
def queue(request: ActorRequest) -> HttpResponse:
    """The panel alone, for its refresh: fifty desks ask in the same moment, and one is drawn for all."""
    return HttpResponse(panel(request.actor, asked(request.GET)))


def panel(actor: Actor, chosen: Asked) -> SafeString:
    """The queue as this desk asked for it."""
    agency, desk = selector.same_for(actor), current_desk(actor)
    mine = (desk.pk, desk.name) if desk else None
    drawing = drawn(
        ("queue", chosen.tab, str(mine)),
        agency,
        TOPICS,
        lambda: render_to_string("incidents/queue/_panel.html", _shown(actor, chosen.tab, mine)),
    )
    return own(drawing, chosen.query("incident", "show", "zone"), chosen.query("show", "zone"), chosen.incident)


def _shown(actor: Actor, tab: str, mine: tuple[UUID, str] | None) -> dict[str, Any]:
    """What the panel's template prints."""
    at = clock.now()
    found, on_them = selector.listed(actor), selector.on_them(actor)
    active = [row for row in found if row["status"] != "scheduled"]
    kept = [row for row in active if _on(tab, row, mine)]
    number = {"all": active[0]["all_open"], "crisis": active[0]["all_crisis"]} if active else {}
    number |= {"waiting": active[0]["all_waiting"]} if active else {}
    number["mine"] = sum(_on("mine", row, mine) for row in active)
    return {
        "lines": rows.lines(kept, on_them, at, in_force(actor.agency_id)),
        "scheduled": rows.scheduled([row for row in found if row["status"] == "scheduled"]),
        "more": number.get("all", 0) - len(active),
        "total": number.get("all", 0),
        "waiting": number.get("waiting", 0),
        "tabs": [{"name": name, "label": label, "count": number.get(name, 0)} for name, label in TABS],
        "tab": tab,
        "mine": mine,
        "my_desk": str(mine[0]) if mine else "none",
        "lookouts": sum(row["noun"] == "lookout" for row in on_them),
        "topics": TOPICS,
        "last_closed": None if active else selector.last_closed(actor),
    }


def _on(tab: str, row: rows.Row, mine: tuple[UUID, str] | None) -> bool:
    """Whether the tab shows the incident; what is offered to a desk is on its own tab too."""
    if tab == "crisis":
        return bool(row["cit_required"])
    if tab == "waiting":
        return row["status"] in rows.WAITING
    return tab == "all" or (mine is not None and mine[0] in (row["desk_id"], row["offered_desk"]))
