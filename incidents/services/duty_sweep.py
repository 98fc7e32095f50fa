"""The warnings of duties whose time has come. Whoever sweeps, however often or late: each is given once."""

from datetime import datetime

from django.db import transaction

from core import clock
from core.actors import system
from core.moves import advance
from incidents.duties.clock import WARNINGS, next_step
from incidents.law_vocabulary import DutyState
from incidents.models import Duty
from incidents.services.duties import facts_of
from officers.roles import Role

BATCH = 20


def run(at: datetime | None = None) -> int:
    """Give every due warning; answers how many were given."""
    moment, done = at or clock.now(), 0
    while batch := _batch(moment):
        done += batch
    return done


def _batch(at: datetime) -> int:
    """Steps and their events in one transaction: a dead worker leaves neither, and others skip what is held."""
    with transaction.atomic():
        rows = Duty.objects.select_for_update(skip_locked=True, of=("self",)).filter(
            next_at__lte=at, status=DutyState.OPEN
        )
        found = list(rows.order_by("next_at")[:BATCH])
        for duty in found:
            _step(duty, at)
    return len(found)


def _step(duty: Duty, at: datetime) -> None:
    """One warning further; at the end of the time it is the supervisor's too."""
    percent = next(each for each in WARNINGS if each > duty.warned)
    actor = system(duty.agency_id)
    following = next_step(duty.started_at, duty.due_at, percent)
    facts = {**facts_of(duty), "percent": percent}
    advance(
        duty,
        "warn",
        actor=actor,
        expected_version=None,
        at=at,
        facts=facts,
        warned=percent,
        next_at=following,
    )
    if percent == WARNINGS[-1]:
        role = Role.SUPERVISOR.value
        kept = duty.owner_role if duty.protected else role
        facts = {**facts_of(duty), "to": role}
        advance(
            duty,
            "escalate",
            actor=actor,
            expected_version=None,
            at=at,
            facts=facts,
            owner_role=kept,
            escalated_to=role,
        )
