"""How a refused entry ends: entered again, withdrawn, or read by a supervisor. The ledger knows each."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from incidents.models import TabletCommand
from incidents.models.tablet import CommandState, Settled


def announce(name: str, row: TabletCommand, actor: Actor, at: datetime) -> None:
    """What became of an entry, without a word of it."""
    facts = {"kind": row.kind, "device": str(row.device_id or ""), "seq": row.client_seq, "code": row.code}
    ledger.announce(name, record=row, actor=actor, at=at, facts=facts)


def settle(key: UUID, how: Settled, *, actor: Actor, by: UUID, at: datetime) -> TabletCommand | None:
    """The officer's own refused entry ends, once. None when no such entry has reached the server."""
    with transaction.atomic():
        rows = TabletCommand.objects.select_for_update(of=("self",)).filter(user=actor.person, idempotency_key=key)
        row = rows.filter(state=CommandState.REFUSED).first()
        if row is None or row.settled:
            return row
        row.settled, row.superseded_by = how, by
        row.save(update_fields=["settled", "superseded_by"])
        announce(f"tablet.{how.value}", row, actor, at)
    return row


def see(row: TabletCommand, *, actor: Actor, at: datetime | None = None) -> TabletCommand:
    """A supervisor has read what was refused."""
    moment = at or clock.now()
    require(actor, "tablet.review", row)
    with transaction.atomic():
        held = TabletCommand.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if held.reviewed_at is None:
            held.reviewed_at, held.reviewed_by_id = moment, actor.person
            held.save(update_fields=["reviewed_at", "reviewed_by"])
            announce("tablet.seen", held, actor, moment)
    return held
