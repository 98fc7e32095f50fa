"""What a revoked device held: taken over once, opened by supervisors, each look recorded."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor, system
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.models import Device, Quarantine, TabletCommand
from incidents.services import tablet_keys, tablet_review
from incidents.tablet.sealing import additional


def take_over(device: Device, *, entries: Sequence[Mapping[str, Any]], more: bool, at: datetime | None = None) -> int:
    """Keep the sealed queue; the last part closes it. The device asks for itself, whoever is signed in on it."""
    moment = at or clock.now()
    with transaction.atomic():
        held = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
        if held.revoked_at is None:
            raise Conflict(_("This device is in use. Send its entries as usual."))
        if held.emptied_at is not None:
            raise Conflict(_("What this device held was taken over before."))
        rows = [Quarantine(agency_id=held.agency_id, device=held, taken_at=moment, **entry) for entry in entries]
        Quarantine.objects.bulk_create(rows, ignore_conflicts=True)
        if not more:
            held.emptied_at = moment
            held.save(update_fields=["emptied_at"])
        facts = {"count": len(rows)}
        ledger.announce("device.emptied", record=held, actor=system(held.agency_id), at=moment, facts=facts)
    return len(rows)


def look(row: Quarantine, *, actor: Actor, at: datetime | None = None) -> dict[str, Any]:
    """What an entry of a revoked device says."""
    moment = at or clock.now()
    require(actor, "quarantine.open", row)
    with transaction.atomic():
        if row.reviewed_at is None:
            row.reviewed_at, row.reviewed_by_id = moment, actor.person
            row.save(update_fields=["reviewed_at", "reviewed_by"])
        facts = {"kind": row.kind, "device": str(row.device_id), "seq": row.client_seq}
        ledger.announce("quarantine.opened", record=row, actor=actor, at=moment, facts=facts)
    return _content(row.agency_id, row.body, (row.device_id, row.user_id, row.idempotency_key), moment)


def look_at_refused(row: TabletCommand, *, actor: Actor, at: datetime | None = None) -> dict[str, Any]:
    """What a refused entry says; it counts as read."""
    moment = at or clock.now()
    seen = tablet_review.see(row, actor=actor, at=moment)
    return _content(seen.agency_id, seen.body, (seen.device_id, seen.user_id, seen.idempotency_key), moment)


def _content(agency_id: UUID, body: str, bound: tuple[object, object, object], at: datetime) -> dict[str, Any]:
    try:
        frame = json.loads(body)
        found = frame.get("data")
        if found is None:
            aad = additional(*bound, frame["seq"], frame["kind"])
            found = tablet_keys.opened(agency_id, frame["sealed"], aad, at)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenRule(_("What this entry holds cannot be read any more.")) from error
    return dict(found)
