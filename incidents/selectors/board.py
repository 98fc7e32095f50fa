"""What the console lists: incidents with what is on them, and officers with what they are on.

A fixed number of statements whatever the number of incidents, and no cost for closed ones.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce

from core.actors import Actor
from core.permissions import require
from core.prepared import Prepared
from incidents.console_workflow import OPEN_HANDOFF
from incidents.models import Assignment, FieldRequest, Handoff, Incident, Lookout, PendingCall
from incidents.workflow import ACTIVE_ASSIGNMENT, OPEN_INCIDENT
from officers.models import Officer
from officers.roles import RESPONDING
from officers.selectors import CrisisStatus, statuses, valid_certifications, with_cit

INCIDENTS, OFFICERS, LATEST = 500, 400, 50
WAITING = ("received", "triaged")
NOBODY = CrisisStatus(False)


def same_for(actor: Actor) -> UUID:
    """Whom the console is the same for: everyone who may dispatch in this agency, and nobody else gets an answer."""
    require(actor, "incident.dispatch")
    require(actor, "coverage.read")
    return actor.agency_id


def listed(actor: Actor) -> list[dict[str, Any]]:
    """Open and scheduled incidents: who waits first, then by priority and age; what only needs closing comes last."""
    require(actor, "incident.dispatch")
    return _LISTED.rows(agency_id=actor.agency_id)


def last_closed(actor: Actor) -> datetime | None:
    """When the desk last closed one of the latest incidents: an empty queue says so, and does not look broken."""
    require(actor, "incident.dispatch")
    latest = (
        Incident.objects.filter(agency_id=actor.agency_id).order_by("-received_at").values_list("closed_at", flat=True)
    )
    return max((at for at in latest[:LATEST] if at), default=None)


def on_them(actor: Actor) -> list[dict[str, Any]]:
    """Units, hand-offs, lookouts and open requests (`noun` says which) by incident, the oldest first."""
    require(actor, "incident.dispatch")
    return _ON_THEM.rows(agency_id=actor.agency_id)


def roster(actor: Actor, at: datetime) -> list[dict[str, Any]]:
    """Every officer who can be sent or is off duty, certified or not, and what each is on."""
    require(actor, "incident.dispatch")
    # Asked once for the agency and joined here: as a part of each row it costs more than the rest of the page.
    known = statuses(actor.agency_id, at)
    found = _ROSTER.rows(agency_id=actor.agency_id)
    return [row | _cit(known.get(row["user_id"], NOBODY)) for row in found]


def _listed(agency_id: UUID) -> QuerySet[Any, Any]:
    step = Case(
        When(status__in=WAITING, then=0),
        When(status="dispatched", then=1),
        When(status="cleared", then=2),
        default=3,
        output_field=IntegerField(),
    )
    rows = Incident.objects.filter(agency_id=agency_id, status__in=(*OPEN_INCIDENT, "scheduled"))
    offer = FilteredRelation("handovers", condition=Q(handovers__ended_at__isnull=True))
    counted = {
        # Counted before the limit cuts, so that the page can say how many it does not show.
        "all_open": Window(Count("pk", filter=~Q(status="scheduled"))),
        "all_crisis": Window(Count("pk", filter=Q(cit_required=True) & ~Q(status="scheduled"))),
        "all_waiting": Window(Count("pk", filter=Q(status__in=WAITING))),
    }
    found: QuerySet[Any, Any] = (
        rows.annotate(step=step, offer=offer, **counted)
        .order_by("step", "priority", "received_at", "number")
        .values(
            *("id", "number", "priority", "status", "nature", "origin", "cit_required", "version", "place_text"),
            *("received_at", "scheduled_for", "first_on_scene_at", "desk_id", *counted),
            campus_name=F("campus__name"),
            kind_of_campus=F("campus__kind"),
            room_name=F("room__name"),
            building_name=F("building__name"),
            desk_name=F("desk__name"),
            offered_to=F("offer__to_desk__name"),
            offered_desk=F("offer__to_desk_id"),
        )[:INCIDENTS]
    )
    return found


def _on_them(agency_id: UUID) -> QuerySet[Any, Any]:
    def said(text: str) -> Value:
        return Value(text, output_field=CharField())

    units = Assignment.objects.filter(agency_id=agency_id, status__in=ACTIVE_ASSIGNMENT).values(
        "incident_id", "status", "primary", noun=said("unit"), what=F("officer__call_sign"), since=F("dispatched_at")
    )
    handoffs = Handoff.objects.filter(agency_id=agency_id, status__in=OPEN_HANDOFF).values(
        "incident_id",
        "status",
        primary=Value(False),
        noun=said("handoff"),
        what=F("destination"),
        since=F("started_at"),
    )
    # Lookouts belong to the district more than to an incident; they come along to spare a statement.
    lookouts = Lookout.objects.filter(agency_id=agency_id, status="open").values(
        "incident_id", "status", primary=Value(False), noun=said("lookout"), what=F("number"), since=F("issued_at")
    )
    asks = FieldRequest.objects.filter(agency_id=agency_id, done_at__isnull=True).values(
        "incident_id",
        status=F("officer__call_sign"),
        primary=Value(False),
        noun=said("ask"),
        asked=F("what"),
        since=F("at"),
    )
    return units.union(handoffs, lookouts, asks, all=True).order_by("since")


def _roster(agency_id: UUID) -> QuerySet[Any, Any]:
    waiting = PendingCall.objects.filter(officer=OuterRef("pk"), ended_at__isnull=True).order_by("at")
    rows = Officer.objects.filter(agency_id=agency_id, license__in=RESPONDING, active=True).annotate(
        current=FilteredRelation("assignments", condition=Q(assignments__status__in=ACTIVE_ASSIGNMENT)),
        # The longest waiting of the calls that the officer takes when free.
        next_pending=Subquery(waiting.values("incident__id")[:1]),
        next_number=Subquery(waiting.values("incident__number")[:1]),
        pending_count=Subquery(waiting.order_by().values("officer").annotate(number=Count("pk")).values("number")),
        zone=Coalesce("current__incident__campus__groups__group_id", "last_campus__groups__group_id"),
    )
    return rows.order_by("call_sign").values(
        "user_id",
        "call_sign",
        "duty",
        "duty_since",
        "pending_count",
        "next_pending",
        "next_number",
        "zone",
        officer_id=F("pk"),
        unit_status=F("current__status"),
        primary=F("current__primary"),
        incident_id=F("current__incident"),
        incident_number=F("current__incident__number"),
        incident_campus=F("current__incident__campus__name"),
        dispatched_at=F("current__dispatched_at"),
        acknowledged_at=F("current__acknowledged_at"),
        en_route_at=F("current__en_route_at"),
        on_scene_at=F("current__on_scene_at"),
        name=F("user__name"),
        place=F("last_campus__name"),
    )[:OFFICERS]


# Built once: the console is read many times a minute, and building these took longer than the database's answers.
_LISTED = Prepared(_listed, {"agency_id": UUID(int=1)})
_ON_THEM = Prepared(_on_them, {"agency_id": UUID(int=1)})
_ROSTER = Prepared(_roster, {"agency_id": UUID(int=1)})


def _cit(status: CrisisStatus) -> dict[str, Any]:
    return {"cit": status.active, "cit_until": status.until}


def certified(officers: QuerySet[Officer], at: datetime) -> QuerySet[Any]:
    """Officers with `cit` and, where it ends, `cit_until`."""
    longest = valid_certifications(at).filter(user=OuterRef("user")).order_by(F("expires_on").desc(nulls_first=True))
    return with_cit(officers, at).annotate(cit_until=Subquery(longest.values("expires_on")[:1]))
