"""Notes, attachments, names that were shown, and response plans: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Assignment, IncidentFile, IncidentNote, ResponsePlan
from incidents.permissions.who import DISPATCH, RESPONDER, SUPERVISOR, was_sent

# The desk, supervisors and the officers who were sent: whoever reads an incident may write to it.
_at_it = (Grant(DISPATCH), Grant(RESPONDER, was_sent))
WRITER = SUPERVISOR | RESPONDER

RULES: dict[str, tuple[Grant, ...]] = {
    "note.add": _at_it,
    "file.add": _at_it,
    "subject.show": _at_it,
    "response_plan.write": (Grant(WRITER),),
    "response_plan.approve": (Grant(SUPERVISOR),),
    "response_plan.end": (Grant(SUPERVISOR),),
}


def _of_incident(actor: Actor) -> Q:
    if actor.holds(*DISPATCH):
        return Q()
    if actor.holds(*RESPONDER):
        return Q(incident__in=Assignment.objects.filter(officer__user=actor.id).values("incident"))
    return Q(pk__in=[])


def _plans(actor: Actor) -> Q:
    """The whole list is the supervisors'; an officer knows what they wrote, and the rest with the incident."""
    if actor.holds(*SUPERVISOR):
        return Q()
    return Q(written_by=actor.id) if actor.holds(*RESPONDER) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {IncidentNote: _of_incident, IncidentFile: _of_incident, ResponsePlan: _plans}
