"""Sending officers, and following them until they are clear."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance, lock
from core.permissions import require
from incidents.models import Assignment, Incident
from incidents.selectors import candidates
from incidents.services import pending
from incidents.services.choice import Choice, Said, choose, taken
from incidents.shown import first_of
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer
from officers.selectors.arrivals import standing
from officers.services.fitting import hold


def send(
    incident: Incident,
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
    """Send one officer. Never hold a call for a CIT officer, but say why none was sent, and why not the first."""
    moment = at or clock.now()
    said = Said(
        cit_unavailable_reason, override_reason, override_note, first_of(shown, incident.pk, moment) if shown else None
    )
    with transaction.atomic():
        # Ranked under the lock: another desk may have sent a unit since the page was drawn.
        held = lock(incident)
        # And nobody leaves the roster or goes off duty between the look and the sending.
        hold(officer)
        choice = choose(candidates.recommendation(actor, held, moment), officer, said, moment)
        moved = advance(
            held,
            "reinforce" if held.status == "dispatched" else "dispatch",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts=choice.facts,
            cit_unavailable_reason=cit_unavailable_reason,
        )
        sent = _create(moved, officer, actor, moment, choice)
        pending.sent(sent, moment)
        return sent


def nobody_leads(incident: Incident) -> bool:
    """Whether the next unit at this incident leads it; the caller holds the incident."""
    return not incident.assignments.filter(primary=True, status__in=ACTIVE_ASSIGNMENT).exists()


def _create(incident: Incident, officer: Officer, actor: Actor, at: datetime, choice: Choice) -> Assignment:
    try:
        with transaction.atomic():
            return Assignment.objects.create(
                agency_id=incident.agency_id,
                case_id=incident.case_id,
                incident=incident,
                officer=officer,
                sent_by_id=actor.person,
                # The first to be sent leads until the desk says otherwise.
                primary=nobody_leads(incident),
                dispatched_at=at,
                **choice.kept,
            )
    except IntegrityError as error:
        # Two desks chose the same officer in the same second: the database keeps the first.
        raise taken(officer, at) from error


def acknowledge(assignment: Assignment, *, actor: Actor, at: datetime | None = None) -> Assignment:
    """The officer has it. The first time counts; saying it again does no harm."""
    require(actor, "assignment.acknowledge", assignment)
    moment = at or clock.now()
    with transaction.atomic():
        held = lock(assignment)
        if held.acknowledged_at is None and held.status in ACTIVE_ASSIGNMENT:
            held.acknowledged_at = moment
            # Not a move: the version stays, so that a step tapped at the same time is not refused as stale.
            held.save(update_fields=["acknowledged_at"])
            facts = {"unit": assignment.officer.call_sign}
            ledger.announce("assignment.acknowledged", record=held, actor=actor, at=moment, facts=facts)
    return held


def start(
    assignment: Assignment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Assignment:
    """The officer is en route."""
    facts = {"unit": assignment.officer.call_sign}
    return advance(
        assignment, "start", actor=actor, expected_version=expected_version, at=at or clock.now(), facts=facts
    )


def arrive(
    assignment: Assignment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Assignment:
    """The officer is on scene; their certification at this instant is kept for ever."""
    moment = at or clock.now()
    then = standing(assignment.officer, moment)
    with transaction.atomic():
        incident = lock(assignment.incident)
        moved = advance(
            assignment,
            "arrive",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"unit": assignment.officer.call_sign, "cit": then.cit_active},
            cit_on_arrival=then.cit_active,
            cit_course=then.cit_course,
            cit_completed_on=then.cit_completed_on,
            cit_expires_on=then.cit_expires_on,
            mho_active=then.mho_active,
            license_type=then.license_type,
            years_of_service=then.years_of_service,
        )
        incident.first_on_scene_at = incident.first_on_scene_at or moment
        if then.cit_active:
            incident.first_cit_on_scene_at = incident.first_cit_on_scene_at or moment
        incident.save(update_fields=["first_on_scene_at", "first_cit_on_scene_at"])
        Officer.objects.filter(pk=assignment.officer_id).update(last_campus=incident.campus_id)
    return moved


def clear(
    assignment: Assignment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Assignment:
    """The officer is free again; the last one to leave clears the incident."""
    moment = at or clock.now()
    with transaction.atomic():
        incident = lock(assignment.incident)
        facts = {"unit": assignment.officer.call_sign}
        moved = advance(assignment, "clear", actor=actor, expected_version=expected_version, at=moment, facts=facts)
        if not incident.assignments.filter(status__in=ACTIVE_ASSIGNMENT).exists():
            advance(incident, "clear", actor=actor, expected_version=None, at=moment)
    return moved


def cancel(
    assignment: Assignment,
    *,
    actor: Actor,
    expected_version: int | None,
    cancel_reason: str,
    at: datetime | None = None,
) -> Assignment:
    """Call an officer back before they arrive; the last one stays, so that nobody is left waiting for no one."""
    with transaction.atomic():
        incident = lock(assignment.incident)
        others = incident.assignments.filter(status__in=ACTIVE_ASSIGNMENT).exclude(pk=assignment.pk)
        if not others.exists():
            raise BrokenRule(
                _("%(unit)s is the only unit. Send another one first, or clear the call.")
                % {"unit": assignment.officer.call_sign}
            )
        return advance(
            assignment,
            "cancel",
            actor=actor,
            expected_version=expected_version,
            at=at or clock.now(),
            facts={"unit": assignment.officer.call_sign},
            cancel_reason=cancel_reason,
        )
