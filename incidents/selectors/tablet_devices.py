"""Devices: which one asks, and all of them with what is missing."""

from core.actors import Actor
from core.permissions import fetch, fetch_for, require, visible
from incidents.models import Device
from incidents.tablet.proof import hashed
from officers.models import Agency

# Under this name a session remembers on which device it is used.
BOUND = "tablet_device"
MOST = 200


def by_secret(secret: str) -> Device | None:
    """The device that proves itself."""
    return Device.objects.filter(secret_hash=hashed(secret)).first()


def by_key(key: str) -> Device | None:
    """The device that a session was bound to."""
    return Device.objects.filter(pk=key).first()


def agency(actor: Actor) -> Agency:
    """Where a device is registered."""
    require(actor, "device.register")
    return Agency.objects.get(pk=actor.agency_id)


def listed(actor: Actor) -> list[Device]:
    """All devices, those in use first."""
    require(actor, "device.read")
    rows = visible(Device.objects.select_related("enrolled_by", "revoked_by"), actor)
    return list(rows.order_by("revoked_at", "name")[:MOST])


def one(actor: Actor, pk: object) -> Device:
    """A device that exists for this actor."""
    return fetch(Device.objects.all(), actor, pk)


def to_revoke(actor: Actor, pk: object) -> Device:
    """The device of a sent form."""
    return fetch_for(Device.objects.all(), actor, pk, "device.revoke")
