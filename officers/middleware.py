"""The actor of a request: read once, then passed explicitly to every service and selector."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from core.web.request import ActorRequest
from officers.selectors import actor_of


class ActorMiddleware:
    """Puts `request.actor` beside `request.user`; it costs one query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        """A signed-out request has no actor."""
        if request.user.is_authenticated:
            request.actor = actor_of(request.user)
        return self.get_response(request)
