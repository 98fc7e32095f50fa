"""What goes on around the calls in progress: a second unit, a call that waits, an offer, lookouts. Nobody is real."""

from datetime import datetime, timedelta

from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.models import Assignment, Desk, Incident
from incidents.selectors import candidates
from incidents.services import assignments, bolos, handovers, pending
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of

NOTE = "The nurse is with her. The mother was reached and comes to the front office at a quarter past."
LOOKOUTS = (
    ("locate", "AGE", 240, "Boy of about ten, green hooded sweater, left by the west gate on foot towards the creek."),
    ("bolo", "", 480, "White van with a dented left door, seen twice near bus stops before school."),
)


def build(places: Places, at: datetime) -> None:
    """As the desk would have done it in the last minutes."""
    grants = RoleGrant.objects.filter(agency=places.agency, role=Role.DISPATCHER).select_related("user")
    actor = actor_of(grants.order_by("user__email")[0].user)
    _second_unit(actor, at - timedelta(minutes=6))
    _stack(actor, at - timedelta(seconds=30))
    _offer(places, actor, at - timedelta(minutes=1))
    for kind, code, minutes, text in LOOKOUTS:
        campus = next((each for each in places.campuses if each.code == code), None)
        issued = at - timedelta(minutes=15)
        bolos.issue(places.agency, actor=actor, kind=kind, text=text, expires_in=minutes, campus=campus, at=issued)


def _second_unit(actor: Actor, at: datetime) -> None:
    """Whoever stands first of those who are free joins the scene."""
    incident = Incident.objects.filter(agency_id=actor.agency_id, first_on_scene_at__isnull=False).first()
    first = candidates.recommendation(actor, incident, at).first if incident else None
    if incident is None or first is None:
        return
    officer = candidates.officers(actor).get(pk=first.unit.key)
    assignments.send(incident, actor=actor, expected_version=None, officer=officer, at=at)


def _stack(actor: Actor, at: datetime) -> None:
    """What nobody was sent to yet waits for the officer on scene."""
    waiting = Incident.objects.filter(agency_id=actor.agency_id, status="triaged").first()
    part = Assignment.objects.filter(agency_id=actor.agency_id, status="on_scene").select_related("officer").first()
    if waiting is not None and part is not None:
        pending.put(waiting, actor=actor, officer=part.officer, at=at)


def _offer(places: Places, actor: Actor, at: datetime) -> None:
    """The incident to which a unit is on the way is offered to another desk."""
    part = Assignment.objects.filter(agency_id=actor.agency_id, status="en_route").select_related("incident").first()
    desk = Desk.objects.filter(agency=places.agency, active=True).exclude(incidents__assignments=part).last()
    if part is not None and desk is not None:
        handovers.offer(part.incident, actor=actor, expected_version=None, to_desk=desk, note=NOTE, at=at)
