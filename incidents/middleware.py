"""What a tablet's requests have in common: answers that are recognised as ours, and the device they come from."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.web.request import ActorRequest
from incidents.models import Device
from incidents.selectors import tablet_devices

Handler = Callable[[HttpRequest], HttpResponse]
OURS = "X-CIT"
PLACES = ("/api/v1/", "/tablet/")
REVOKED = "device_revoked"
# Never "cookies": they hold the registration, which must stay known.
WIPE = {"Clear-Site-Data": '"cache", "storage"'}
# What a device that was given up may still do: hand over what it holds, and sign out.
STILL_OPEN = ("api_tablet_quarantine", "account_logout")


class OwnAnswerMiddleware:
    """Marks every answer to a tablet, errors too: a captive portal knows nothing of the mark."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """It stands outermost, so that no refusal passes it by."""
        response = self.get_response(request)
        if request.path.startswith(PLACES):
            response[OURS] = "1"
        return response


class DeviceMiddleware:
    """Puts `request.device` beside `request.actor`, and lets no revoked device pass."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        """A session that was used on a device keeps to its fate, whether or not the cookie is still sent."""
        device = self._known(request)
        vars(request)["device"] = device
        if device is not None and device.revoked_at is not None and not _still_open(request):
            return refused(request, device)
        return self.get_response(request)

    def _known(self, request: ActorRequest) -> Device | None:
        secret = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
        if secret:
            return tablet_devices.by_secret(secret)
        bound = request.session.get(tablet_devices.BOUND) if request.user.is_authenticated else None
        return tablet_devices.by_key(bound) if bound else None


def _still_open(request: HttpRequest) -> bool:
    return request.path in {reverse(name) for name in STILL_OPEN}


def refused(request: HttpRequest, device: Device) -> HttpResponse:
    """What it holds is wiped once it has been taken over, and never before."""
    text = _("This device was given up. Hand it to your supervisor.")
    if request.path.startswith("/api/") or request.path == reverse("tablet_session"):
        response: HttpResponse = JsonResponse({"code": REVOKED, "message": text, "fields": {}}, status=401)
    else:
        shown = {"message": text, "request_id": request.META.get("cit.request_id")}
        response = render(request, "error.html", shown, status=401)
    if device.emptied_at is not None:
        for name, value in WIPE.items():
            response[name] = value
    return response


def device_of(request: HttpRequest) -> Device | None:
    """The device that a request came from."""
    found: Device | None = vars(request).get("device")
    return found
