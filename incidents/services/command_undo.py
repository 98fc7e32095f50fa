"""What takes a command back: by its kind and the key of its record."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from core.actors import Actor
from core.permissions import fetch
from incidents.models import Assignment, Incident
from incidents.selectors import candidates
from incidents.services import undoing
from officers.roles import Duty
from officers.services import duty

Undoing = Callable[[Actor, str, datetime], object]


def _part(service: Callable[..., Assignment], actor: Actor, key: str, at: datetime) -> Assignment:
    rows = Assignment.objects.select_related("officer", "incident")
    return service(fetch(rows, actor, key), actor=actor, at=at)


def _closing(actor: Actor, key: str, at: datetime) -> Incident:
    return undoing.closing(fetch(Incident.objects.all(), actor, key), actor=actor, at=at)


def _duty(before: str, actor: Actor, key: str, at: datetime) -> object:
    return duty.set_status(candidates.officers(actor).get(pk=key), actor=actor, duty=before, at=at)


UNDO: dict[str, Undoing] = {
    "send": partial(_part, undoing.sending),
    "start": partial(_part, undoing.start),
    "arrive": partial(_part, undoing.arrival),
    "clear": partial(_part, undoing.clearing),
    "close": _closing,
    **{str(status): partial(_duty, str(status)) for status in Duty if status != Duty.OFF_DUTY},
}
