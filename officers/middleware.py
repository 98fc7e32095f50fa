"""The actor, language and time zone of a request: read once, and the actor is then passed explicitly."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone, translation

from core.web.request import ActorRequest
from officers.selectors import actor_of

Handler = Callable[[ActorRequest], HttpResponse]


class ActorMiddleware:
    """Puts `request.actor` beside `request.user`; it costs one query."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        """A signed-out request has no actor."""
        if request.user.is_authenticated:
            request.actor = actor_of(request.user)
        return self.get_response(request)


class PersonLocaleMiddleware:
    """The person's own language and their agency's time; before log-in, the browser's language."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        """Both are put back, since the thread serves someone else next."""
        user = request.user
        language = user.language if user.is_authenticated else translation.get_language_from_request(request)
        zone = ZoneInfo(user.agency.time_zone) if user.is_authenticated else ZoneInfo("UTC")
        with translation.override(language), timezone.override(zone):
            response = self.get_response(request)
        response["Content-Language"] = language
        return response
