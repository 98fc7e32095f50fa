"""What the command line can speak of, in four statements."""

from datetime import datetime, timedelta

from django.db.models import F, FilteredRelation, Q

from core import clock
from core.actors import Actor
from core.permissions import require, visible
from incidents.commanding import KnownIncident, KnownNature, KnownPlace, KnownUnit, World
from incidents.models import CommandRun, Incident
from incidents.selectors import intake
from incidents.vocabulary import Nature
from incidents.workflow import ACTIVE_ASSIGNMENT, OPEN_INCIDENT
from officers.models import Officer
from officers.roles import RESPONDING
from officers.selectors import places, statuses

INCIDENTS, OFFICERS = 500, 500
# How long the last command can be taken back.
UNDO = timedelta(seconds=60)


def world(actor: Actor) -> World:
    """The incidents, officers, natures and places of this moment."""
    require(actor, "command.run")
    return World(_incidents(actor), _units(actor), _natures(actor), lambda text: _places(actor, text))


def _incidents(actor: Actor) -> list[KnownIncident]:
    labels = {str(slug): str(label) for slug, label in Nature.choices}
    rows = visible(Incident.objects.filter(status__in=OPEN_INCIDENT), actor).order_by("-received_at")
    found = rows.values_list("pk", "number", "nature", "campus__name", "room__name")[:INCIDENTS]
    return [
        KnownIncident(str(pk), number, f"{labels[nature]}, {' '.join(filter(None, (campus, room)))}")
        for pk, number, nature, campus, room in found
    ]


def _units(actor: Actor) -> list[KnownUnit]:
    held = statuses(actor.agency_id, clock.now())
    on = FilteredRelation("assignments", condition=Q(assignments__status__in=ACTIVE_ASSIGNMENT))
    rows = Officer.objects.filter(agency_id=actor.agency_id, license__in=RESPONDING, active=True).annotate(current=on)
    found = rows.order_by("call_sign").values(
        "pk",
        "user_id",
        "call_sign",
        "duty",
        name=F("user__name"),
        part=F("current__id"),
        part_status=F("current__status"),
        incident=F("current__incident__number"),
        incident_key=F("current__incident"),
    )[:OFFICERS]
    return [
        KnownUnit(
            str(row["pk"]),
            row["call_sign"],
            row["name"],
            row["user_id"] in held and held[row["user_id"]].active,
            row["duty"],
            *(str(row[name] or "") for name in ("part", "part_status", "incident", "incident_key")),
        )
        for row in found
    ]


def _natures(actor: Actor) -> list[KnownNature]:
    return [KnownNature(code.nature, code.code, code.label) for code in intake.codes(actor)]


def _places(actor: Actor, text: str) -> list[KnownPlace]:
    return [KnownPlace(place.key, place.label) for place in places.find(actor, text)]


def last(actor: Actor, at: datetime) -> CommandRun | None:
    """My last command that can still be taken back."""
    rows = visible(CommandRun.objects.filter(undone_at__isnull=True, at__gt=at - UNDO), actor)
    return rows.exclude(undo={}).order_by("-at").first()
