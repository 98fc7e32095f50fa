"""What every answer carries, and the one place where a refusal becomes an HTTP status."""

import json
import logging
from collections.abc import Callable
from uuid import uuid4

from django.forms import DateField
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from core.errors import DomainError

Handler = Callable[[HttpRequest], HttpResponse]


logger = logging.getLogger(__name__)


class OutOfRange(DomainError):
    """A day that no calendar reaches."""

    code = "out_of_range"


class RequestContextMiddleware:
    """A request id, and the headers that keep an answer out of caches and other windows."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the id a person can read to whoever helps them."""
        request.META["cit.request_id"] = uuid4().hex[:12]
        response = self.get_response(request)
        response["X-Request-Id"] = request.META["cit.request_id"]
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=(), payment=()"
        response.setdefault("Cache-Control", "no-store")
        return response


class DomainErrorMiddleware:
    """A service's refusal as a page or as JSON, with its own status and its own words."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing on the way in."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a domain error; everything else is a fault and stays one."""
        if isinstance(error, OverflowError):
            # Only what was typed can be that large: the day before the year 1, or after 9999.
            logger.warning("out of range at %s", request.resolver_match and request.resolver_match.view_name)
            return answer(request, OutOfRange(DateField.default_error_messages["invalid"]))
        if not isinstance(error, DomainError):
            return None
        return answer(request, error)


def answer(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The HTTP form of a refusal."""
    if request.path.startswith("/api/"):
        return JsonResponse(body(error), status=error.status)
    context = {"message": str(error), "request_id": request.META.get("cit.request_id")}
    return render(request, "error.html", context, status=error.status)


def body(error: DomainError) -> dict[str, object]:
    """The JSON of a refusal: code, text, and a text per field."""
    fields = {name: str(text) for name, text in error.fields.items()}
    return {"code": error.code, "message": str(error), "fields": json.loads(json.dumps(fields))}
