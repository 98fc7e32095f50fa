"""Incidents that wait for one officer: stacked, not sent."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import lock
from core.permissions import require
from incidents.console_vocabulary import PendingEnd
from incidents.models import Assignment, Incident, PendingCall
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer

OPEN = ("received", "triaged", "dispatched")
MOST = 5


def put(incident: Incident, *, actor: Actor, officer: Officer, at: datetime | None = None) -> PendingCall:
    """The officer takes it when free. Put on twice, it waits once."""
    moment = at or clock.now()
    require(actor, "pending.put", incident)
    with transaction.atomic():
        held = lock(incident)
        waiting = PendingCall.objects.filter(officer=officer, ended_at__isnull=True)
        found = waiting.filter(incident=held).first()
        if found is not None:
            return found
        _check(held, officer, waiting.count())
        made = PendingCall.objects.create(
            agency_id=held.agency_id, incident=held, officer=officer, by_id=actor.person, at=moment
        )
        ledger.announce("incident.stacked", record=held, actor=actor, at=moment, facts={"unit": officer.call_sign})
    return made


def drop(pending: PendingCall, *, actor: Actor, at: datetime | None = None) -> PendingCall:
    """It waits for this officer no more. A second time finds the first."""
    moment = at or clock.now()
    require(actor, "pending.drop", pending)
    with transaction.atomic():
        held = PendingCall.objects.select_for_update(of=("self",)).get(pk=pending.pk)
        if held.ended_at is None:
            _end(held, PendingEnd.DROPPED, moment)
            facts = {"unit": pending.officer.call_sign}
            ledger.announce("incident.unstacked", record=pending.incident, actor=actor, at=moment, facts=facts)
    return held


def sent(assignment: Assignment, at: datetime) -> None:
    """The officer is on the way to it, so it waits no more; the caller holds the incident."""
    rows = PendingCall.objects.filter(
        incident=assignment.incident_id, officer=assignment.officer_id, ended_at__isnull=True
    )
    rows.update(ended_at=at, ended_as=PendingEnd.SENT)


def _end(pending: PendingCall, how: str, at: datetime) -> None:
    pending.ended_at, pending.ended_as = at, how
    pending.save(update_fields=["ended_at", "ended_as"])


def _check(incident: Incident, officer: Officer, waiting: int) -> None:
    if incident.status not in OPEN:
        text = _("%(number)s is over: nobody has to come any more.")
        raise Conflict(text % {"number": incident.number})
    if not officer.active:
        raise BrokenRule(_("%(unit)s is no longer on the roster.") % {"unit": officer.call_sign})
    if incident.assignments.filter(officer=officer, status__in=ACTIVE_ASSIGNMENT).exists():
        known = {"unit": officer.call_sign, "number": incident.number}
        raise BrokenRule(_("%(unit)s is on %(number)s already.") % known)
    if waiting >= MOST:
        text = _("%(most)s calls wait for %(unit)s already. Choose another unit.")
        raise BrokenRule(text % {"unit": officer.call_sign, "most": MOST})
