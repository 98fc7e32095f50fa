"""A device that has lost its proof: killed before the browser wrote its cookie to the disk, or cleaned by hand."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import NotFound
from core.permissions import require
from incidents.models import Device
from incidents.tablet.proof import hashed


def prove(device: UUID, *, actor: Actor, at: datetime | None = None) -> str:
    """A new secret for the device whose key only itself keeps; the old one is worth nothing any more.

    What waits on it is sealed to its key and could not come under another. A device that was given up stays given up:
    with its proof it can hand over what it holds.
    """
    require(actor, "device.register")
    moment, secret = at or clock.now(), secrets.token_urlsafe(32)
    with transaction.atomic():
        rows = Device.objects.select_for_update(of=("self",)).filter(agency_id=actor.agency_id, pk=device)
        held = rows.first()
        if held is None:
            raise NotFound(_("This device is not registered."))
        held.secret_hash = hashed(secret)
        held.save(update_fields=["secret_hash"])
        ledger.announce("device.registered", record=held, actor=actor, at=moment, facts={"kind": held.kind})
    return secret
