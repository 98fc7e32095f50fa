"""What is done for a duty: tries to tell somebody, and steps. Once nothing is missing the duty is done by itself."""

from collections.abc import Collection
from datetime import datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import may, require
from incidents import law_guards
from incidents.duties.triggers import trigger
from incidents.encounter.rows import rows_of
from incidents.law_vocabulary import Attempted, DutyState, Party, StepKind, Way
from incidents.models import DeescalationRecord, Duty, DutyAttempt, DutyStep
from incidents.services import duties
from officers.selectors import actor_of

# A clock that is a little ahead is no lie.
AHEAD = timedelta(minutes=5)


def follow(event: str, record: DeescalationRecord, at: datetime) -> None:
    """Begin, end and hold what the record says now, in the transaction of the event itself."""
    duties.review(record, event, at)
    take_over(record, at)


def attempt(
    duty: Duty,
    *,
    actor: Actor,
    party: str,
    method: str,
    outcome: str,
    attempted_at: datetime,
    at: datetime | None = None,
) -> DutyAttempt:
    """Keep one try; the same one sent twice is one row."""
    moment = at or clock.now()
    require(actor, "duty.attempt", duty)
    if party == Party.PARENT:
        law_guards.is_not_held(duty, actor, moment, {})
    _not_ahead(attempted_at, moment, "attempted_at")
    with transaction.atomic():
        held = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
        reached = attempted_at if outcome == Attempted.REACHED else None
        row, fresh = DutyAttempt.objects.get_or_create(
            duty=held,
            party=party,
            method=method,
            attempted_at=attempted_at,
            by_id=actor.person,
            defaults={"agency_id": held.agency_id, "outcome": outcome, "reached_at": reached},
        )
        if fresh:
            facts = {**duties.facts_of(held), "party": party, "method": method, "outcome": outcome}
            ledger.announce("duty.attempted", record=held, actor=actor, at=moment, facts=facts)
            settle(held, actor, moment)
    return row


def step(
    duty: Duty,
    *,
    actor: Actor,
    step: str,
    expertise: Collection[str] = (),
    at: datetime | None = None,
) -> DutyStep:
    """Keep that a step was done; of a meeting, who knew about what."""
    moment = at or clock.now()
    require(actor, "duty.step", duty)
    if step not in trigger(duty.kind).steps:
        raise BrokenRule(_("This duty has no such step."), fields={"step": _("Choose one of the steps.")})
    if step == StepKind.MET and len(set(expertise)) < 2:
        text = _("Say what the members of the team know about: one alone is no team.")
        raise BrokenRule(text, fields={"expertise": text})
    with transaction.atomic():
        held = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
        given = {"agency_id": held.agency_id, "done_at": moment, "by_id": actor.person}
        names = sorted(set(expertise))
        row, fresh = DutyStep.objects.get_or_create(duty=held, step=step, defaults={**given, "expertise": names})
        if fresh:
            facts = {**duties.facts_of(held), "step": step}
            ledger.announce("duty.stepped", record=held, actor=actor, at=moment, facts=facts)
            settle(held, actor, moment)
    return row


def take_over(record: DeescalationRecord, at: datetime) -> None:
    """Whom the record says to have been told needs not be entered a second time."""
    told = [row for row in rows_of(record, "notifications") if row.party and (row.reached_at or row.attempted_at)]
    open_ones = Duty.objects.filter(subject=record.subject_id, status=DutyState.OPEN) if told else ()
    for duty in open_ones:
        for row in told:
            if row.party in trigger(duty.kind).closes.reached and not (duty.held_at and row.party == Party.PARENT):
                _keep(duty, row, record.author_id)
        settle(duty, actor_of(record.author), at)


def _keep(duty: Duty, row: SimpleNamespace, by: UUID) -> None:
    outcome = Attempted.REACHED if row.reached_at else Attempted.NO_ANSWER
    DutyAttempt.objects.get_or_create(
        duty=duty,
        party=row.party,
        method=row.method or Way.PHONE,
        attempted_at=row.reached_at or row.attempted_at,
        by_id=by,
        defaults={"agency_id": duty.agency_id, "outcome": outcome, "reached_at": row.reached_at},
    )


def settle(duty: Duty, actor: Actor, at: datetime) -> None:
    """Done by itself where nothing is missing; what is late waits for its reason, what is held for its release."""
    late = at > duty.due_at and not duty.late_reason
    if duty.status != DutyState.OPEN or duty.held_at or late or law_guards.missing(duty):
        return
    if may(actor, "duty.satisfy", duty):
        duties.satisfy(duty, actor=actor, expected_version=None, effort=duty.effort, at=at)


def _not_ahead(given: datetime, at: datetime, field: str) -> None:
    if given > at + AHEAD:
        text = _("This time has not come yet.")
        raise BrokenRule(text, fields={field: text})
