"""Who may do and see what of an officer's entries at the scene."""

from typing import Any

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Assignment, FieldEntry, FieldRequest
from incidents.permissions.who import DISPATCH, RESPONDER, own_assignment, was_sent


def _own_request(actor: Actor, request: Any) -> bool:
    """The officer who asked."""
    return bool(request.by_id == actor.id)


_at_scene = (Grant(RESPONDER, was_sent),)

RULES: dict[str, tuple[Grant, ...]] = {
    "field_entry.add": _at_scene,
    "field_request.make": _at_scene,
    "field_request.end": (Grant(DISPATCH), Grant(RESPONDER, _own_request)),
    "assignment.acknowledge": (Grant(RESPONDER, own_assignment),),
}


def _of_incident(actor: Actor) -> Q:
    if actor.holds(*DISPATCH):
        return Q()
    if actor.holds(*RESPONDER):
        return Q(incident__in=Assignment.objects.filter(officer__user=actor.id).values("incident"))
    return Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {FieldEntry: _of_incident, FieldRequest: _of_incident}
