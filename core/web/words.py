"""A refusal that comes without words, or with a page where a program asked, gets the words that fit."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

API = "/api/"
MESSAGES: dict[int, Any] = {
    400: _("This request was not understood"),
    403: _("You may not do this"),
    404: _("Nothing is here"),
    405: _("Nothing can be read at this address: it only takes what a form sends. Go back to the page with the form."),
    500: _("Something went wrong on our side"),
}


class WordsMiddleware:
    """JSON for the API, whoever refused; a page instead of an empty window for everyone else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only refusals, and of these only the ones that lack what their reader needs."""
        response = self.get_response(request)
        status = response.status_code
        if status < 400:
            return response
        if request.path.startswith(API):
            return response if _is_json(response) else _json(status)
        if status == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            return _page(request, response)
        return response


def _is_json(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("application/json")


def _json(status: int) -> HttpResponse:
    message = str(MESSAGES.get(status, HTTPStatus(status).phrase))
    body = {"code": HTTPStatus(status).name.lower(), "message": message, "fields": {}}
    return JsonResponse(body, status=status)


def _page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    context = {"message": MESSAGES[response.status_code], "request_id": request.META.get("cit.request_id")}
    page = render(request, "error.html", context, status=response.status_code)
    page["Allow"] = response["Allow"]
    return page
