"""A version of the script on its way, and two hand-offs: one that was taken, one that is being called."""

from datetime import datetime, timedelta

from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.console_vocabulary import Destination
from incidents.models import Incident
from incidents.scripting import STANDARD
from incidents.scripting.content import write
from incidents.services import handoffs, scripts
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of


def build(places: Places, at: datetime) -> None:
    """A draft that asks one thing more strictly: who is alone is a P2."""
    actor = _who(places, Role.SUPERVISOR)
    draft = scripts.write(places.agency, actor=actor, title="Nobody stays alone", at=at)
    content = write(STANDARD)
    where = next(item for item in content["questions"] if item["key"] == "q07")
    alone = next(answer for answer in where["answers"] if answer["value"] == "alone")
    alone["floor"] = "p2"
    scripts.revise(draft, actor=actor, expected_version=None, title=draft.title, content=content, at=at)


def hand_over(places: Places, at: datetime) -> None:
    """The first calls in progress: the counselor has one, and the mobile crisis team is being called for another."""
    actor = _who(places, Role.DISPATCHER)
    calls = list(Incident.objects.filter(agency=places.agency, status="dispatched").order_by("received_at")[:2])
    if len(calls) < 2:
        return
    taken = handoffs.start(calls[0], actor=actor, destination=Destination.COUNSELOR, at=at - timedelta(minutes=4))
    handoffs.confirm(
        taken, actor=actor, expected_version=None, spoke_with="Counseling office", reference="C-031", at=at
    )
    handoffs.start(calls[1], actor=actor, destination=Destination.MOBILE_CRISIS, at=at - timedelta(seconds=40))


def _who(places: Places, role: Role) -> Actor:
    grants = RoleGrant.objects.filter(agency=places.agency, role=role).select_related("user")
    return actor_of(grants.order_by("user__email")[0].user)
