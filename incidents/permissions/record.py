"""Who may do and see what of the de-escalation record."""

from typing import Any

from django.db.models import Model, Q

from core.actors import SYSTEM, Actor
from core.permissions import Grant, Scope
from incidents.models import DeescalationRecord, RecordAmendment, RecordFile, RecordOfficer, RecordPolicy
from incidents.permissions.who import RESPONDER, SUPERVISOR, own_record
from incidents.record_workflow import FILED


def was_there(actor: Actor, record: Any) -> bool:
    """An officer who stands on the record."""
    return bool(record.officers.filter(officer__user=actor.id).exists())


_own = (Grant(RESPONDER, own_record),)
_review = (Grant(SUPERVISOR),)

RULES: dict[str, tuple[Grant, ...]] = {
    "record.open": (Grant(RESPONDER),),
    "record.revise": _own,
    "record.submit": _own,
    "record.return": _review,
    "record.review_force": _review,
    "record.review_gravest": _review,
    "record.approve": _review,
    # The clock locks, and whoever gives an approved record out of the house.
    "record.lock": (Grant(SUPERVISOR | {SYSTEM}),),
    "record.amend": (Grant(RESPONDER, own_record), Grant(SUPERVISOR)),
    "record.confirm": (Grant(RESPONDER, was_there),),
    "record.attach": _own,
    "record.print": (Grant(RESPONDER, own_record), Grant(SUPERVISOR)),
    "amendment.accept": _review,
    "amendment.refuse": _review,
    "record_policy.set": _review,
}


def _records(actor: Actor) -> Q:
    """Read by their author and by supervisors, not by dispatch; once filed, by the officers who were there too."""
    if actor.holds(*SUPERVISOR):
        return Q()
    if not actor.holds(*RESPONDER):
        return Q(pk__in=[])
    there = RecordOfficer.objects.filter(officer__user=actor.id).values("record")
    return Q(author=actor.id) | Q(pk__in=there, status__in=FILED)


def _of_record(actor: Actor) -> Q:
    """What hangs on a record exists for whom the record exists."""
    rows = DeescalationRecord.objects.filter(_records(actor), agency=actor.agency_id)
    return Q(record__in=rows.values("pk"))


def _policy(actor: Actor) -> Q:
    return Q() if actor.holds(*SUPERVISOR) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {
    DeescalationRecord: _records,
    RecordOfficer: _of_record,
    RecordAmendment: _of_record,
    RecordFile: _of_record,
    RecordPolicy: _policy,
}
