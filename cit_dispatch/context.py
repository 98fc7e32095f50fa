"""What every page says about the installation, and where this person can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_resolver, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.actors import Actor
from core.permissions import RULES

VERSION = "0.1.0"
# (label, route, icon, any of these permissions opens it; none: everyone)
PLACES = (
    (_("Home"), "home", "home", ()),
    (_("Board"), "board", "log", ("call.log",)),
    (_("New call"), "call_new", "phone", ("call.log",)),
    (_("District"), "district", "pin", ("incident.dispatch",)),
    (_("Desks"), "desks", "team", ("desk.sign_on", "desk.keep")),
    (_("Supervision"), "supervision", "eye", ("supervision.read",)),
    (_("My assignment"), "tablet", "shield", ("record.open",)),
    (_("Records"), "records", "book", ("record.approve",)),
    (_("Duties"), "duties", "wait", ("duty.read",)),
    (_("School calendar"), "school_calendar", "calendar", ("school_calendar.set",)),
    (_("Response plans"), "response_plans", "user", ("response_plan.list",)),
    (_("Referrals"), "referrals", "inbox", ("referral.make", "referral.acknowledge", "referral.record_next_step")),
    (_("Roster"), "roster", "badge", ("officer.list",)),
    (_("My row"), "my_row", "user", ("officer.read_own",)),
    (pgettext_lazy("page", "Training"), "training", "flag", ("training.read",)),
    (_("Shifts"), "shifts", "calendar", ("shift.read",)),
    (_("People"), "people", "user", ("person.search",)),
    (_("Lookouts"), "lookouts", "search", ("lookout.read",)),
    (_("Script"), "scripts", "book", ("script.write",)),
    (_("Coverage"), "coverage", "plan", ("coverage.read",)),
    (_("Floor plans"), "plans", "plan", ("plan.draw",)),
    (pgettext_lazy("premises", "Places"), "places", "pin", ("place.read",)),
    (_("Devices"), "tablet_devices", "shield", ("device.read",)),
    (_("Outcomes"), "outcomes", "chart", ("outcomes.read",)),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """Site facts and the menu."""
    user = getattr(request, "user", None)
    agency = user.agency.name if user is not None and user.is_authenticated else ""
    actor = getattr(request, "actor", None)
    return {
        "site": {"demo": settings.DEMO, "agency_name": agency, "version": VERSION},
        # A refresh of a page by itself gets the main area alone.
        "layout": "fragment.html" if request.headers.get("HX-Request") else "base.html",
        "nav": _menu(request, actor) if actor else [],
    }


def _menu(request: HttpRequest, actor: Actor) -> list[dict[str, Any]]:
    found = []
    known = get_resolver().reverse_dict
    for label, route, picture, codes in PLACES:
        if route not in known or (codes and not any(_opens(actor, code) for code in codes)):
            continue
        url = reverse(route)
        found.append({"label": label, "url": url, "icon": picture, "current": request.path == url, "count": None})
    return found


def _opens(actor: Actor, code: str) -> bool:
    """Rules that look at a record cannot be asked without one: for the menu, holding the role is enough."""
    return any(not actor.roles.isdisjoint(grant.roles) for grant in RULES.get(code, ()))
