"""What the board shows: two statements, whatever the number of incidents, and no cost for closed ones."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from core.actors import Actor
from core.permissions import require, visible
from core.prepared import Prepared
from incidents.models import Incident
from incidents.workflow import ACTIVE_ASSIGNMENT, OPEN_INCIDENT
from officers.models import Officer
from officers.roles import RESPONDING, Duty
from officers.selectors import CrisisStatus, statuses, valid_certifications, with_cit

INCIDENTS, OFFICERS = 200, 300
NOBODY = CrisisStatus(False)


def same_for(actor: Actor) -> UUID:
    """Whom the board is the same for: everyone who may dispatch in this agency, and nobody else gets an answer."""
    require(actor, "incident.dispatch")
    require(actor, "coverage.read")
    return actor.agency_id


def open_incidents(actor: Actor) -> list[dict[str, Any]]:
    """The most urgent first and the longest waiting first among equals; what only needs closing comes last."""
    require(actor, "incident.dispatch")
    rows = visible(Incident.objects.all(), actor).filter(status__in=OPEN_INCIDENT)
    found = [
        dict(row)
        for row in rows.order_by("priority", "received_at").values(
            "id",
            "number",
            "priority",
            "status",
            "nature",
            "received_at",
            "first_on_scene_at",
            "cit_required",
            "campus__name",
            "building__name",
            "room__name",
        )[:INCIDENTS]
    ]
    return sorted(found, key=lambda row: row["status"] == "cleared")


def roster(actor: Actor, at: datetime) -> list[dict[str, Any]]:
    """Every officer on duty or assigned, certified or not, and what each is on."""
    require(actor, "incident.dispatch")
    # Asked once for the agency and joined here: as a part of each row it costs more than the rest of the page.
    known = statuses(actor.agency_id, at)
    found = _ROSTER.rows(agency_id=actor.agency_id)
    return [row | _cit(known.get(row["user_id"], NOBODY)) for row in found]


def _roster(agency_id: UUID) -> QuerySet[Any, Any]:
    rows = Officer.objects.filter(agency_id=agency_id, license__in=RESPONDING).annotate(
        current=FilteredRelation("assignments", condition=Q(assignments__status__in=ACTIVE_ASSIGNMENT))
    )
    rows = rows.filter(~Q(duty=Duty.OFF_DUTY) | Q(current__isnull=False))
    return rows.order_by("call_sign").values(
        "user_id",
        "call_sign",
        "duty",
        "duty_since",
        unit_status=F("current__status"),
        incident_id=F("current__incident"),
        incident_number=F("current__incident__number"),
        dispatched_at=F("current__dispatched_at"),
        en_route_at=F("current__en_route_at"),
        on_scene_at=F("current__on_scene_at"),
        name=F("user__name"),
        place=F("last_campus__name"),
    )[:OFFICERS]


# Built once: the board is read many times a minute, and building this query took longer than the database's answer.
_ROSTER = Prepared(_roster, {"agency_id": UUID(int=1)})


def _cit(status: CrisisStatus) -> dict[str, Any]:
    return {"cit": status.active, "cit_until": status.until}


def certified(officers: QuerySet[Officer], at: datetime) -> QuerySet[Any]:
    """Officers with `cit` and, where it ends, `cit_until`."""
    longest = valid_certifications(at).filter(user=OuterRef("user")).order_by(F("expires_on").desc(nulls_first=True))
    return with_cit(officers, at).annotate(cit_until=Subquery(longest.values("expires_on")[:1]))
