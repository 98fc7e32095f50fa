"""Notes, attachments and names that were shown: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Assignment, IncidentFile, IncidentNote
from incidents.permissions.who import DISPATCH, RESPONDER, was_sent

# The desk, supervisors and the officers who were sent: whoever reads an incident may write to it.
_at_it = (Grant(DISPATCH), Grant(RESPONDER, was_sent))

RULES: dict[str, tuple[Grant, ...]] = {
    "note.add": _at_it,
    "file.add": _at_it,
    "subject.show": _at_it,
}


def _of_incident(actor: Actor) -> Q:
    if actor.holds(*DISPATCH):
        return Q()
    if actor.holds(*RESPONDER):
        return Q(incident__in=Assignment.objects.filter(officer__user=actor.id).values("incident"))
    return Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {IncidentNote: _of_incident, IncidentFile: _of_incident}
