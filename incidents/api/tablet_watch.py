"""What is missing, late or refused; giving a device up, and taking over what it held."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.web.actor_view import ActorView, accepted, moved
from incidents.api.tablet import UnknownDevice, named_device
from incidents.middleware import REVOKED, WIPE, device_of
from incidents.models import TabletCommand
from incidents.selectors import tablet_devices, tablet_watch
from incidents.services import tablet_devices as devices
from incidents.services import tablet_quarantine, tablet_review
from incidents.tablet.envelope import LONGEST_SEALED, MOST, sane
from incidents.tablet_forms import RevokeIn

MOST_ENTRIES = 500


class HeldIn(serializers.Serializer[Any]):
    """One entry as the device kept it."""

    key = serializers.UUIDField(source="idempotency_key")
    user = serializers.UUIDField(source="user_id", allow_null=True, default=None)
    seq = serializers.IntegerField(source="client_seq", min_value=0, max_value=MOST)
    kind = serializers.CharField(max_length=24)
    incident = serializers.UUIDField(source="incident_id", allow_null=True, default=None)
    captured_at = serializers.DateTimeField()
    body = serializers.CharField(max_length=2 * LONGEST_SEALED, trim_whitespace=False)

    def validate_captured_at(self, value: Any) -> Any:
        """A day that every calendar reaches."""
        return sane(value)


class QueueIn(serializers.Serializer[Any]):
    """A part of the queue; `more` says that another part follows."""

    device = serializers.CharField(max_length=36)
    entries = serializers.ListField(child=HeldIn(), max_length=MOST_ENTRIES)
    more = serializers.BooleanField(default=False)


class Gaps(ActorView):
    """What somebody should look at."""

    def get(self, request: Request) -> Response:
        """Missing numbers and wrong clocks by device; late and refused entries without their words."""
        actor = self.actor(request)
        found = tablet_watch.watch(actor, clock.now())
        body = {
            "devices": [_device(one) for one in found.devices],
            "late": [_entry(row) for row in found.late],
            "refused": [_entry(row) for row in found.refused],
        }
        return Response(body)


class Revoke(ActorView):
    """Giving a device up."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Its next request is refused."""
        found = tablet_devices.to_revoke(self.actor(request), pk)
        done = moved(request, found, devices.revoke, RevokeIn)
        return Response({"id": str(done.pk), "revoked_at": done.revoked_at, "reason": done.reason})


class Seen(ActorView):
    """A refused entry that somebody has read."""

    def post(self, request: Request, pk: UUID) -> Response:
        """It leaves the list; its row stays."""
        found = tablet_watch.to_open(self.actor(request), pk)
        return Response(_entry(tablet_review.see(found, actor=self.actor(request))))


class Quarantine(ActorView):
    """The sealed queue of a revoked device. The device speaks for itself by its cookie, whoever is signed in on it."""

    authentication_classes = ()
    permission_classes = ()

    def post(self, request: Request) -> Response:
        """Taken once; then the device is told to forget everything."""
        device = device_of(request._request)
        if device is None:
            raise UnknownDevice(_("This device is not registered."))
        if device.emptied_at is not None:
            told = {"code": REVOKED, "message": _("What this device held was taken over before."), "fields": {}}
            return Response(told, status=401, headers=WIPE)
        clean = accepted(QueueIn(data=request.data))
        named_device(device, clean["device"])
        taken = tablet_quarantine.take_over(device, entries=clean["entries"], more=clean["more"])
        headers = {} if clean["more"] else WIPE
        return Response({"taken": taken}, status=status.HTTP_201_CREATED, headers=headers)


def _device(one: tablet_watch.Watched) -> dict[str, Any]:
    return {
        "id": str(one.device.pk),
        "name": one.device.name,
        "kind": one.device.kind,
        "last_seen": one.device.last_seen,
        "revoked_at": one.device.revoked_at,
        "offset_s": one.device.offset_s,
        "clock_is_wrong": one.clock_is_wrong,
        "missing": one.missing,
    }


def _entry(row: TabletCommand) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "device": str(row.device_id) if row.device_id else None,
        "seq": row.client_seq,
        "incident": str(row.incident_id),
        "user": row.user.name,
        "kind": row.kind,
        "captured_at": row.captured_at,
        "sent_at": row.sent_at,
        "recorded_at": row.recorded_at,
        "offset_s": row.offset_s,
        "code": row.code,
        "settled": row.settled,
        "reviewed_at": row.reviewed_at,
    }
