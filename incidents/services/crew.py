"""Several officers at one incident: who leads, who is freed, and one in place of another."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance, lock
from incidents.console_vocabulary import ReleaseReason
from incidents.models import Assignment, Incident
from incidents.services import assignments
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer


def lead(
    assignment: Assignment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Assignment:
    """This officer leads at the scene, and nobody else does."""
    with transaction.atomic():
        incident = lock(assignment.incident)
        incident.assignments.filter(primary=True).exclude(pk=assignment.pk).update(primary=False)
        facts = {"unit": assignment.officer.call_sign}
        moment = at or clock.now()
        return advance(
            assignment, "lead", actor=actor, expected_version=expected_version, at=moment, facts=facts, primary=True
        )


def release(
    assignment: Assignment,
    *,
    actor: Actor,
    expected_version: int | None,
    release_reason: str,
    at: datetime | None = None,
) -> Assignment:
    """Free one of several: called back on the way, clear when there. The last one is freed with the incident only."""
    with transaction.atomic():
        incident = lock(assignment.incident)
        if not _others(incident, assignment):
            text = _("%(unit)s is the only unit. Send another one first, or clear the call.")
            raise BrokenRule(text % {"unit": assignment.officer.call_sign})
        return free(assignment, actor, expected_version, at or clock.now(), release_reason)


def swap(
    assignment: Assignment,
    *,
    actor: Actor,
    expected_version: int | None,
    officer: Officer,
    cit_unavailable_reason: str = "",
    override_reason: str = "",
    override_note: str = "",
    shown: str = "",
    at: datetime | None = None,
) -> Assignment:
    """Send one officer and free the other in the same instant; whoever takes the leading one's place leads."""
    moment = at or clock.now()
    with transaction.atomic():
        incident = lock(assignment.incident)
        led = Assignment.objects.filter(pk=assignment.pk, primary=True).exists()
        sent = assignments.send(
            incident,
            actor=actor,
            expected_version=None,
            officer=officer,
            cit_unavailable_reason=cit_unavailable_reason,
            override_reason=override_reason,
            override_note=override_note,
            shown=shown,
            at=moment,
        )
        free(assignment, actor, expected_version, moment, ReleaseReason.RELIEVED)
        _keep_certified(incident, cit_unavailable_reason)
        return lead(sent, actor=actor, expected_version=None, at=moment) if led else sent


def free(assignment: Assignment, actor: Actor, expected_version: int | None, at: datetime, reason: str) -> Assignment:
    """Cancelled while on the way, clear when on scene; the caller holds the incident and sees to what is left."""
    there = Assignment.objects.filter(pk=assignment.pk, status="on_scene").exists()
    facts = {"unit": assignment.officer.call_sign, "reason": reason}
    move = "clear" if there or reason == ReleaseReason.ENDED else "cancel"
    return advance(
        assignment,
        move,
        actor=actor,
        expected_version=expected_version,
        at=at,
        facts=facts,
        cancel_reason=str(ReleaseReason(reason).label) if move == "cancel" else "",
    )


def _others(incident: Incident, assignment: Assignment) -> bool:
    active = incident.assignments.filter(status__in=ACTIVE_ASSIGNMENT)
    return active.exclude(pk=assignment.pk).exists()


def _keep_certified(incident: Incident, cit_unavailable_reason: str) -> None:
    """Whoever ranks the new unit still counts the old one, so that this is asked apart."""
    active = incident.assignments.filter(status__in=ACTIVE_ASSIGNMENT)
    if incident.cit_required and not cit_unavailable_reason and not active.filter(cit_when_sent=True).exists():
        text = _("This call needs a CIT officer. Say why none is sent.")
        raise BrokenRule(text, fields={"cit_unavailable_reason": text})
