"""The dispatch room of the invented district: its desks, who sits there, and what the last shift left behind."""

from datetime import datetime, timedelta

from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.models import Desk
from incidents.services import desks, shift_log
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of

NAMES = ("Desk 1", "Desk 2", "Desk 3")
NOTE = "Gate 3 of Sotol High is closed until Friday, use gate 4. The elevator of Basalt Middle works again."
LINES = (
    (95, "The radio of the north repeater was checked: clear on both channels."),
    (40, "The fire drill at Yucca Elementary is moved to 14:00."),
)


def build(places: Places, at: datetime) -> None:
    """Three desks at which nobody sits yet."""
    chief = _people(places, Role.SUPERVISOR)[0]
    for name in NAMES:
        desks.add(places.agency, actor=chief, name=name, at=at)


def seat(places: Places, at: datetime) -> None:
    """Two dispatchers at work, one who has gone home, and the lines of this shift."""
    first, second, gone = _people(places, Role.DISPATCHER)[:3]
    one, two = (Desk.objects.get(agency=places.agency, name=name) for name in NAMES[:2])
    turn = desks.sign_on(one, actor=gone, at=at - timedelta(hours=8))
    desks.sign_off(turn, actor=gone, note=NOTE, at=at - timedelta(minutes=126))
    desks.sign_on(one, actor=first, at=at - timedelta(minutes=125))
    desks.sign_on(two, actor=second, at=at - timedelta(minutes=122))
    for minutes, text in LINES:
        shift_log.write(places.agency, actor=first, text=text, at=at - timedelta(minutes=minutes))


def _people(places: Places, role: Role) -> list[Actor]:
    grants = RoleGrant.objects.filter(agency=places.agency, role=role).select_related("user")
    return [actor_of(grant.user) for grant in grants.order_by("user__email")]
