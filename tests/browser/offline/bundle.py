"""The bundle of own assignments, as a tablet fetches it."""

from typing import Any

from playwright.sync_api import BrowserContext, Route

from incidents.models import Assignment

BUNDLE = "**/api/v1/tablet"
TOLD = "A student says there is no point any more."


def serve(context: BrowserContext, part: Assignment) -> None:
    """Answer with what is true of the assignment at that moment."""

    def handle(route: Route) -> None:
        part.refresh_from_db()
        route.fulfill(headers={"X-CIT": "1"}, json=_bundle(part))

    context.route(BUNDLE, handle)


def _bundle(part: Assignment) -> dict[str, Any]:
    incident = part.incident
    told = {"id": str(incident.pk), "number": incident.number, "nature": TOLD, "place": "Agave", "door": "B3"}
    mine = {"id": str(part.pk), "version": part.version, "status": part.status, "incident": told, "facts": []}
    return {"unit": "C-12", "assignments": [] if part.status == "clear" else [mine]}
