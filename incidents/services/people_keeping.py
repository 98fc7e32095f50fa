"""Legal holds on a person's row, and who is too near to a person to read of them."""

from datetime import datetime

from django.db import transaction

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from incidents.models import Person, PersonConflict
from incidents.services.people import hold_row


def hold(person: Person, *, actor: Actor, reason: str, at: datetime | None = None) -> Person:
    """Keep the row as it is for a court or a request: it is neither merged nor taken apart."""
    return _set_hold(person, actor, reason, "person.held", at)


def release(person: Person, *, actor: Actor, at: datetime | None = None) -> Person:
    """The hold is over."""
    return _set_hold(person, actor, "", "person.released", at)


def declare_conflict(person: Person, *, actor: Actor, at: datetime | None = None) -> PersonConflict:
    """Say that one is too near to a person; from now on this person does not exist for oneself."""
    moment = at or clock.now()
    require(actor, "person.declare_conflict", person)
    with transaction.atomic():
        made, fresh = PersonConflict.objects.get_or_create(
            person=person,
            user_id=actor.person,
            ended_at=None,
            defaults={"agency_id": person.agency_id, "said_by_id": actor.person, "at": moment},
        )
        if fresh:
            ledger.announce("person.conflict_declared", record=made, actor=actor, at=moment, facts={})
    return made


def _set_hold(person: Person, actor: Actor, reason: str, event: str, at: datetime | None) -> Person:
    with transaction.atomic():
        held = hold_row(person)
        require(actor, "person.hold", held)
        held.held_reason, held.version = reason, held.version + 1
        held.save(update_fields=["held_reason", "version"])
        ledger.announce(event, record=held, actor=actor, at=at or clock.now(), facts={})
    return held
