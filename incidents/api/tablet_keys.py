"""What a tablet needs before it can keep anything: a registration, a key to seal to, a key for its cache."""

import base64
import os
from typing import Any

from django.conf import settings
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.permissions import require
from core.web.actor_view import ActorView, accepted
from incidents.middleware import device_of
from incidents.models.tablet import DeviceKind
from incidents.selectors import tablet_devices, tablet_watch
from incidents.services import tablet_devices as devices
from incidents.services import tablet_keys

CACHE_KEY = "tablet_cache_key"
# As long as browsers allow; each visit to the key renews it.
COOKIE_AGE = 400 * 86400


class DeviceIn(serializers.Serializer[Any]):
    """What a device is called, and what it is."""

    name = serializers.CharField(max_length=40)
    kind = serializers.ChoiceField(choices=DeviceKind.choices, default=DeviceKind.TABLET)


class Key(ActorView):
    """The public key to seal to, and the key of the readable cache."""

    def get(self, request: Request) -> Response:
        """The cache's key is one for each session, and for memory alone."""
        actor, moment = self.actor(request), clock.now()
        require(actor, "tablet.enter")
        session, device = request._request.session, device_of(request._request)
        if CACHE_KEY not in session:
            session[CACHE_KEY] = base64.b64encode(os.urandom(32)).decode()
        if device is not None:
            session[tablet_devices.BOUND] = str(device.pk)
        key = tablet_keys.current(actor.agency_id, moment)
        body = {
            "kid": key.kid,
            "jwk": key.jwk,
            "cache_key": session[CACHE_KEY],
            "user": str(actor.id),
            "device": {"id": str(device.pk), "seq": device.last_seq} if device else None,
            "server_time": moment,
            "gaps": tablet_watch.own(device, moment),
        }
        return _renewed(Response(body), request)


class Devices(ActorView):
    """Registering a device."""

    def post(self, request: Request) -> Response:
        """Its identity, and a cookie that proves it."""
        actor = self.actor(request)
        agency = tablet_devices.agency(actor)
        made, secret = devices.register(agency, actor=actor, **accepted(DeviceIn(data=request.data)))
        request._request.session[tablet_devices.BOUND] = str(made.pk)
        return with_cookie(Response({"id": str(made.pk)}, status=status.HTTP_201_CREATED), secret)


def _renewed(response: Response, request: Request) -> Response:
    secret = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    return with_cookie(response, secret) if secret and device_of(request._request) else response


def with_cookie(response: Response, secret: str) -> Response:
    """The answer, with the device's proof."""
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        secret,
        max_age=COOKIE_AGE,
        httponly=True,
        secure=not settings.DEMO,
        samesite="Strict",
    )
    return response
