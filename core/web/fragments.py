"""Answers for panels that refresh themselves: a log-in page must never appear inside a panel."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

Handler = Callable[[HttpRequest], HttpResponse]


class FragmentLoginMiddleware:
    """A panel whose session has ended gets 401 and the address to go to, instead of a page to swap in."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only a panel's request, and only the redirect to the log-in."""
        response = self.get_response(request)
        login = resolve_url(settings.LOGIN_URL)
        if request.headers.get("HX-Request") and response.headers.get("Location", "").startswith(login):
            return HttpResponse(status=401, headers={"HX-Redirect": login})
        return response
