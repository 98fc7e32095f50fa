"""What is known of units beyond the roster: zones, who was sent where by whom, and what waits for whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.actors import Actor
from core.errors import NotFound
from core.permissions import fetch_for, require, visible
from incidents.models import Assignment, DeskTurn, Incident, PendingCall
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import CampusGroup, Officer
from officers.roles import RESPONDING

ZONES, SHOWN = 12, 20


@dataclass(frozen=True, slots=True)
class Sent:
    """Where an officer was sent, by whom and when."""

    incident: Incident
    by: str
    at: datetime


def zones(actor: Actor) -> list[tuple[UUID, str]]:
    """The groups of campuses, by name."""
    require(actor, "incident.dispatch")
    rows = CampusGroup.objects.filter(agency_id=actor.agency_id).order_by("name")
    return list(rows.values_list("pk", "name")[:ZONES])


def sent_elsewhere(officer: Officer) -> Sent | None:
    """What the officer is on; the desk is named where the sender sits at one."""
    turn = DeskTurn.objects.filter(user=OuterRef("sent_by"), ended_at__isnull=True)
    rows = Assignment.objects.filter(officer=officer.pk, status__in=ACTIVE_ASSIGNMENT)
    part = rows.select_related("incident", "sent_by").annotate(desk=Subquery(turn.values("desk__name")[:1])).first()
    if part is None:
        return None
    name = part.sent_by.name
    return Sent(part.incident, f"{name} ({part.desk})" if part.desk else name, part.dispatched_at)


def ago(passed: timedelta) -> str:
    """How long ago, in words that are said aloud."""
    seconds = max(int(passed.total_seconds()), 0)
    if seconds == 0:
        return _("just now")
    if seconds < 60:
        return ngettext("%(number)s second ago", "%(number)s seconds ago", seconds) % {"number": seconds}
    minutes = seconds // 60
    return ngettext("%(number)s minute ago", "%(number)s minutes ago", minutes) % {"number": minutes}


def unit(actor: Actor, pk: UUID) -> Officer:
    """An officer whom the desk can send; one of another agency is not there for anybody."""
    rows = Officer.objects.filter(agency_id=actor.agency_id, license__in=RESPONDING, active=True)
    found = rows.select_related("user", "last_campus").filter(pk=pk).first()
    if found is None:
        raise NotFound(_("There is no such record."))
    require(actor, "incident.dispatch", found)
    return found


def pending_rows() -> QuerySet[PendingCall]:
    """Calls that wait, with what is shown of them."""
    rows = PendingCall.objects.filter(ended_at__isnull=True)
    return rows.select_related("incident__campus", "incident__room", "officer__user", "by")


def pending_for(actor: Actor, officer: Officer) -> list[PendingCall]:
    """What waits for the officer, the longest waiting first."""
    return list(visible(pending_rows(), actor).filter(officer=officer)[:SHOWN])


def pending_of(actor: Actor, incident: Incident) -> list[PendingCall]:
    """For whom the incident waits."""
    return list(visible(pending_rows(), actor).filter(incident=incident)[:SHOWN])


def pending_to_drop(actor: Actor, pk: object) -> PendingCall:
    """One that the actor may take off, waiting still or not."""
    rows = PendingCall.objects.select_related("incident", "officer")
    return fetch_for(rows, actor, pk, "pending.drop")


def part(actor: Actor, pk: object, code: str) -> Assignment:
    """A unit of an incident, for a form about it."""
    rows = Assignment.objects.select_related(
        "officer__user", "incident__campus", "incident__room", "incident__building"
    )
    return fetch_for(rows, actor, pk, code)


def crew(actor: Actor, incident: Incident) -> list[Assignment]:
    """Who is on it now: who leads first, then in the order they were sent."""
    rows = visible(Assignment.objects.select_related("officer__user"), actor)
    active = rows.filter(incident=incident, status__in=ACTIVE_ASSIGNMENT)
    return list(active.order_by("-primary", "dispatched_at")[:SHOWN])
