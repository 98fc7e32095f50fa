"""What waits for a person: each role's part, a bounded number of each."""

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.permissions import RULES, visible
from core.web.pages import Waiting
from incidents.models import Incident
from incidents.selectors import assignments, records

LIMIT = 20
UNSENT = ("received", "triaged")
WITHOUT_UNIT = (*UNSENT, "cleared")


def waiting_for(actor: Actor) -> list[Waiting]:
    """Incidents without a unit or to be closed, the own assignment, unfiled records, records to review."""
    found: list[Waiting] = []
    if _does(actor, "incident.dispatch"):
        found += _without_unit(actor)
    if _does(actor, "record.open"):
        found += _own_part(actor)
    if _does(actor, "record.approve"):
        found += _to_review(actor)
    return found


def _does(actor: Actor, code: str) -> bool:
    return any(actor.holds(*grant.roles) for grant in RULES[code])


def _without_unit(actor: Actor) -> list[Waiting]:
    rows = visible(Incident.objects.select_related("campus"), actor).filter(status__in=WITHOUT_UNIT)
    ordered = sorted(rows.order_by("priority", "received_at")[:LIMIT], key=lambda row: row.status == "cleared")
    return [
        Waiting(
            title=row.get_nature_display(),
            detail=format_lazy("{} · {}", row.number, row.campus.name),
            url=reverse("incident_send" if row.status in UNSENT else "incident", args=[row.pk]),
            since=row.received_at,
            priority=row.priority,
            status="waiting" if row.status in UNSENT else row.status,
            status_label=_("No unit") if row.status in UNSENT else _("To be closed"),
        )
        for row in ordered
    ]


def _own_part(actor: Actor) -> list[Waiting]:
    now = assignments.active(actor)
    found = []
    if now is not None:
        found.append(
            Waiting(
                title=now.incident.get_nature_display(),
                detail=format_lazy("{} · {}", now.incident.number, now.incident.campus.name),
                url=reverse("tablet"),
                since=now.dispatched_at,
                priority=now.incident.priority,
                status=now.status,
                status_label=now.get_status_display(),
            )
        )
    return found + [
        Waiting(
            title=_("Record to file"),
            detail=format_lazy("{} · {}", part.incident.number, part.incident.campus.name),
            url=reverse("record_begin", args=[part.incident_id]),
            since=part.on_scene_at,
            status="draft",
            status_label=_("Not filed"),
        )
        for part in assignments.unfiled(actor)
    ]


def _to_review(actor: Actor) -> list[Waiting]:
    return [
        Waiting(
            title=_("Record to review"),
            detail=format_lazy("{} · {}", record.incident.number, record.author.name),
            url=reverse("record_edit", args=[record.pk]),
            since=record.submitted_at,
            status=record.status,
            status_label=record.get_status_display(),
        )
        for record in records.to_review(actor)[:LIMIT]
    ]
