"""What is refused before any page sees it: characters that no text holds, and parameters that nobody reads."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError
from core.web.middleware import answer
from core.web.query import BadQuery, unread

Handler = Callable[[HttpRequest], HttpResponse]

NUL = "\0"
# An escaped backslash before the u makes it a text about the escape, and not the escape.
NUL_IN_JSON = re.compile(rb"\0|(?<!\\)(?:\\\\)*\\u0000")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
JSON = "application/json"
SAFE = ("GET", "HEAD", "OPTIONS")
# Its log-in pages read `next` by themselves.
OTHERS_OWN = "allauth"


class BadInput(DomainError):
    """A request that holds what no text can hold; the database would refuse it later, and without words."""

    status = 400
    code = "bad_input"


class NoNulMiddleware:
    """A NUL character in the path, the parameters, a form or a JSON body is refused once, here."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look, then let pass."""
        if NUL in request.path or _in_fields(request.GET) or _in_body(request):
            return answer(request, BadInput(_("The request holds a NUL character. Remove it and send it again.")))
        return self.get_response(request)


class NoUnreadQueryMiddleware:
    """Parameters that a page does not read are refused: whoever sent them meant something by them."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """What a page reads is known once it has answered; reading changes nothing."""
        response = self.get_response(request)
        if request.method in SAFE and response.status_code == 200 and _meant(request) and unread(request.GET):
            return answer(request, BadQuery())
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponse | None:
        """What changes something takes a body and no parameters, and is refused before it acts."""
        if request.method not in SAFE and _meant(request) and request.GET:
            return answer(request, BadQuery())
        return None


def _meant(request: HttpRequest) -> bool:
    """Only for people, at pages of ours: a monitor may well add a number that keeps caches away."""
    found = request.resolver_match
    if found is None or not request.user.is_authenticated:
        return False
    return found.func.__module__.partition(".")[0] != OTHERS_OWN and found.url_name != "account_login"


def _in_body(request: HttpRequest) -> bool:
    if request.content_type in FORMS:
        return _in_fields(request.POST)
    return request.content_type == JSON and bool(NUL_IN_JSON.search(request.body))


def _in_fields(fields: QueryDict) -> bool:
    texts: Iterable[str] = (text for name, values in fields.lists() for text in (name, *map(str, values)))
    return any(NUL in text for text in texts)
