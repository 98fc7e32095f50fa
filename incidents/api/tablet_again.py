"""Registering a device again that still knows which one it is."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from core.permissions import require
from core.web.actor_view import ActorView, accepted
from incidents.api.tablet_keys import with_cookie
from incidents.selectors import tablet_devices
from incidents.services import tablet_again


class AgainIn(serializers.Serializer[Any]):
    """Which device it is."""

    device = serializers.UUIDField()


class Again(ActorView):
    """A device whose cookie is gone, but not what it holds."""

    def post(self, request: Request) -> Response:
        """The cookie that proves it, anew."""
        actor = self.actor(request)
        require(actor, "device.register")
        device = accepted(AgainIn(data=request.data))["device"]
        secret = tablet_again.prove(device, actor=actor)
        request._request.session[tablet_devices.BOUND] = str(device)
        return with_cookie(Response({"id": str(device)}), secret)
