"""What a tablet sends and asks: commands, its key, its registration."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, ParseError, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.errors import DomainError, Forbidden
from core.permissions import require
from core.web.actor_view import ActorView, accepted
from incidents.middleware import device_of
from incidents.models import Device
from incidents.selectors import incidents as cases
from incidents.services import tablet_commands
from incidents.services.tablet_devices import used
from incidents.services.tablet_rows import Busy
from incidents.tablet.envelope import FrameIn, Sent, digest_of, key_of, sane, seq_of, version_of

# The tablet parks these and goes on, and nothing of them is stored.
SET_ASIDE = (400, 404)


class NoKey(DomainError):
    """A command that could not be told from its own repeat."""

    code = "key_missing"


class UnknownDevice(Forbidden):
    """The device is not registered, or it is not the one that it says."""

    code = "device_unknown"


class Commands(ActorView):
    """What an officer entered on a tablet."""

    def post(self, request: Request, pk: UUID) -> HttpResponseBase:
        """201 appended, 200 changed, or a refusal; a repeat is answered as the first time."""
        try:
            return self._taken(request, pk)
        except (DomainError, ValidationError, ParseError) as refusal:
            _count(request._request, refusal)
            raise

    def _taken(self, request: Request, pk: UUID) -> HttpResponseBase:
        actor, found = self.actor(request), cases.one(self.actor(request), pk)
        require(actor, "tablet.enter", found)
        sent = _sent(request, pk)
        device = _device(request._request, request.headers.get("X-Device", ""))
        try:
            answer = tablet_commands.take(found, actor=actor, device=device, sent=sent)
        except Busy as busy:
            told = {"code": busy.code, "message": str(busy), "fields": {}}
            return Response(told, status=busy.status, headers={"Retry-After": "2"})
        headers = {"Idempotency-Replayed": "true"} if answer.replayed else {}
        return HttpResponse(answer.text, "application/json", answer.code, headers=headers)


def _sent(request: Request, incident: UUID) -> Sent:
    raw, if_match = request._request.body, request.headers.get("If-Match", "")
    key = key_of(request.headers.get("Idempotency-Key", ""))
    if key is None:
        raise NoKey(_("Send the header Idempotency-Key with a new UUID, and with the same one when you repeat it."))
    frame = accepted(FrameIn(data=request.data))
    sent_at = _time(request.headers.get("X-Sent-At", ""))
    return Sent(
        **frame,
        key=key,
        version=version_of(if_match),
        sent_at=sent_at,
        digest=digest_of(incident, if_match, raw),
        body=raw.decode(),
    )


def _count(request: HttpRequest, refusal: DomainError | APIException) -> None:
    """What cannot be taken has used its number all the same; whatever is sent again has not."""
    code = refusal.status if isinstance(refusal, DomainError) else refusal.status_code
    device, seq = device_of(request), seq_of(request.body)
    if code in SET_ASIDE and device and seq and str(device.pk) == request.headers.get("X-Device", "").lower():
        used(device, seq, clock.now())


def _time(header: str) -> Any:
    try:
        found = parse_datetime(header)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise ParseError(_("Send the header X-Sent-At with the time of the device, such as 2026-03-04T18:00:00Z."))
    return sane(found)


def _device(request: HttpRequest, named: str) -> Device:
    device = device_of(request)
    if device is None:
        raise UnknownDevice(_("This device is not registered. Open the tablet's page once with a signal."))
    return named_device(device, named)


def named_device(device: Device, named: str) -> Device:
    """The device, when it is the one that the sender means."""
    if str(device.pk) != named.lower():
        raise UnknownDevice(_("These entries belong to another device."))
    return device
