"""Devices: registered by whoever holds one, seen with every entry, given up by whoever is in charge."""

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models.functions import Greatest

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from incidents.models import Device
from incidents.tablet.proof import hashed
from officers.models import Agency

# A device that is refused more often than this is looked at for other reasons.
MOST_REFUSED = 500


def register(agency: Agency, *, actor: Actor, name: str, kind: str, at: datetime | None = None) -> tuple[Device, str]:
    """A new device, and its secret, which is shown this once."""
    require(actor, "device.register")
    moment, secret = at or clock.now(), secrets.token_urlsafe(32)
    with transaction.atomic():
        device = Device.objects.create(
            agency=agency,
            name=name.strip(),
            kind=kind,
            secret_hash=hashed(secret),
            enrolled_by_id=actor.person,
            last_seen=moment,
        )
        ledger.announce("device.registered", record=device, actor=actor, at=moment, facts={"kind": kind})
    return device, secret


def seen(device: Device, seq: int, offset_s: int, at: datetime) -> None:
    """It was here, and has counted to this number at least."""
    Device.objects.filter(pk=device.pk).update(last_seen=at, last_seq=Greatest("last_seq", seq), offset_s=offset_s)


def used(device: Device, seq: int, at: datetime) -> None:
    """An entry of this number came and could not be taken: the number alone is kept, so that it is not missed."""
    with transaction.atomic():
        held = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
        held.refused_seqs = sorted({*held.refused_seqs, seq})[-MOST_REFUSED:]
        held.last_seen, held.last_seq = at, max(held.last_seq, seq)
        held.save(update_fields=["refused_seqs", "last_seen", "last_seq"])


def revoke(device: Device, *, actor: Actor, reason: str, at: datetime | None = None) -> Device:
    """Give a device up: it is refused from its next request on, and what it holds is taken over first."""
    moment = at or clock.now()
    require(actor, "device.revoke", device)
    with transaction.atomic():
        held = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
        if held.revoked_at is not None:
            return held
        held.revoked_at, held.revoked_by_id, held.reason = moment, actor.person, reason.strip()
        held.save(update_fields=["revoked_at", "revoked_by", "reason"])
        ledger.announce("device.revoked", record=held, actor=actor, at=moment, facts={"kind": held.kind})
    return held
