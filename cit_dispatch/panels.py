"""Several panels of the console in one answer: a desk that hears one ring asks once."""

from copy import copy
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_GET

from core.web.query import BadQuery, mark_read, unread

# What a ring makes all desks fetch at once. Each is asked as by itself, and refuses by itself.
PANELS = frozenset({"board_queue", "board_units", "board_timers"})


@require_GET
def several(request: HttpRequest) -> HttpResponse:
    """The panels whose addresses `of` names, one after the other."""
    mark_read(request.GET)
    asked = request.GET.getlist("of")
    if not 0 < len(asked) <= len(PANELS):
        raise BadQuery
    return HttpResponse(b"".join(_panel(request, address).content for address in asked))


def _panel(request: HttpRequest, address: str) -> HttpResponse:
    path, _, query = address.partition("?")
    try:
        found = resolve(path)
    except Resolver404 as unknown:
        raise BadQuery from unknown
    if found.url_name not in PANELS:
        raise BadQuery
    one = copy(request)
    one.path = one.path_info = path
    one.resolver_match = found
    # The stubs call it read-only; here it is the query of another address.
    cast("Any", one).GET = QueryDict(query)
    answer = found.func(one, *found.args, **found.kwargs)
    if unread(one.GET):
        raise BadQuery
    return cast("HttpResponse", answer)
