"""Who sits where: the desk of a person, what a desk handles, and all desks at a glance."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import Conflict
from core.permissions import fetch, fetch_for, require, visible
from incidents.console_vocabulary import TimerStage
from incidents.console_workflow import OPEN_HANDOFF
from incidents.models import Desk, DeskTurn, Draft, Handoff, Incident, Timer
from incidents.workflow import OPEN_INCIDENT
from officers.models import Agency

MOST = 100


def current_desk(actor: Actor) -> Desk | None:
    """The desk at which the actor sits now; None for whoever has not signed on."""
    rows = Desk.objects.filter(agency_id=actor.agency_id)
    return rows.filter(turns__user=actor.id, turns__ended_at__isnull=True).first()


# What a new incident takes its desk from.
of = current_desk


def current_turn(actor: Actor) -> DeskTurn | None:
    """The turn that the actor is in now."""
    rows = DeskTurn.objects.filter(agency_id=actor.agency_id, user=actor.id, ended_at__isnull=True)
    return rows.select_related("desk").first()


def turn_at(desk: Desk) -> DeskTurn | None:
    """Who sits at the desk now."""
    return desk.turns.filter(ended_at__isnull=True).select_related("user").first()


def agency(actor: Actor) -> Agency:
    """The agency whose desks the actor may set up."""
    require(actor, "desk.keep")
    return Agency.objects.get(pk=actor.agency_id)


def one(actor: Actor, pk: object, code: str) -> Desk:
    """A desk that the actor may do this at."""
    return fetch_for(Desk.objects.all(), actor, pk, code)


def own_turn(actor: Actor, pk: object) -> DeskTurn:
    """The actor's turn at this desk."""
    desk = fetch(Desk.objects.all(), actor, pk)
    require(actor, "desk.sign_on", desk)
    turn = turn_at(desk)
    if turn is None or turn.user_id != actor.id:
        raise Conflict(_("You do not sit at this desk."))
    turn.desk = desk
    return turn


def listed(actor: Actor) -> list[dict[str, Any]]:
    """Every desk, who sits there since when, and how many open incidents it has."""
    require(actor, "desk.read")
    rows = visible(Desk.objects.all(), actor)
    counted = rows.annotate(open=Count("incidents", filter=Q(incidents__status__in=OPEN_INCIDENT), distinct=True))
    turns = DeskTurn.objects.filter(agency_id=actor.agency_id, ended_at__isnull=True).select_related("user")
    there = {turn.desk_id: turn for turn in turns[:MOST]}
    return [{"desk": desk, "turn": there.get(desk.pk)} for desk in counted.order_by("-active", "name")[:MOST]]


@dataclass(frozen=True, slots=True)
class Carried:
    """What a desk leaves to whoever sits there next."""

    incidents: list[Incident]
    timers: list[Timer]
    handoffs: list[Handoff]
    drafts: list[datetime]

    @property
    def numbers(self) -> dict[str, object]:
        """For the ledger."""
        return {"incidents": len(self.incidents), "drafts": len(self.drafts)}


def carried(actor: Actor, turn: DeskTurn) -> Carried:
    """Open incidents of the desk, their alarms and hand-offs, and when the calls began that its person still takes."""
    require(actor, "desk.take_over")
    mine = Q(incident__desk=turn.desk_id, incident__status__in=OPEN_INCIDENT)
    worth = Q(stage__in=(TimerStage.ASKED, TimerStage.ASKED_AGAIN, TimerStage.ALARM)) | Q(next_at__isnull=False)
    timers = Timer.objects.filter(mine, worth, ended_at__isnull=True)
    handoffs = Handoff.objects.filter(mine, status__in=OPEN_HANDOFF)
    drafts = Draft.objects.filter(owner=turn.user_id, ended_at__isnull=True)
    return Carried(
        incidents=list(_incidents(turn)[:MOST]),
        timers=list(timers.select_related("incident", "assignment__officer").order_by("next_at")[:MOST]),
        handoffs=list(handoffs.select_related("incident")[:MOST]),
        drafts=list(drafts.values_list("answered_at", flat=True)[:MOST]),
    )


def _incidents(turn: DeskTurn) -> QuerySet[Incident]:
    rows = Incident.objects.filter(desk=turn.desk_id, status__in=OPEN_INCIDENT).select_related("campus")
    return rows.order_by("priority", "received_at")
