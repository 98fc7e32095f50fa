"""What is kept about places over HTTP: the same services as the pages, kind by kind."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core.actors import Actor
from core.permissions import may, require
from core.web.actor_view import ActorView, accepted
from core.web.doors import keywords
from core.web.query import parse
from officers.doors.places import KINDS
from officers.forms.places import RowsQuery
from officers.selectors import minimums
from officers.selectors import places_kept as selector

FIELDS = {
    "aliases": ("alias",),
    "extensions": ("number",),
    "premises": ("kind", "text", "until"),
    "periods": ("name", "weekdays", "starts", "ends"),
    "uses": ("group", "adult", "people"),
}


class Rows(ActorView):
    """The rows of one kind."""

    def get(self, request: Request, noun: str) -> Response:
        """Fifty at a time: `q` and `page`."""
        actor = self.actor(request)
        require(actor, "place.read")
        page = selector.listed(actor, noun, parse(request._request.GET, RowsQuery))
        results = [row_out(noun, row, actor) for row in page]
        return Response({"results": results, "page": page.number, "pages": page.paginator.num_pages})

    def post(self, request: Request, noun: str) -> Response:
        """A new one."""
        actor = self.actor(request)
        require(actor, "place.keep")
        service, _form, body = KINDS[noun].add
        clean = accepted(body(data=request.data, context=_lists(actor)))
        made = service(minimums.agency_of(actor), actor=actor, **clean)
        found = selector.one(actor, noun, made.pk)
        return Response(row_out(noun, found, actor), status=status.HTTP_201_CREATED)


class Row(ActorView):
    """One row."""

    def get(self, request: Request, noun: str, pk: UUID) -> Response:
        """As it is."""
        actor = self.actor(request)
        return Response(row_out(noun, selector.one(actor, noun, pk), actor))

    def put(self, request: Request, noun: str, pk: UUID) -> Response:
        """As it shall be."""
        actor = self.actor(request)
        found = selector.one(actor, noun, pk, "place.keep")
        service, _form, body = KINDS[noun].change
        clean = accepted(body(data=request.data, context=_lists(actor)))
        service(found, actor=actor, **keywords(clean))
        return Response(row_out(noun, selector.one(actor, noun, pk), actor))


class RowMoves(ActorView):
    """Withdraw and restore."""

    def post(self, request: Request, noun: str, pk: UUID) -> Response:
        """{move, version}."""
        actor = self.actor(request)
        found = selector.one(actor, noun, pk, "place.keep")
        service, body = self.door(request, KINDS[noun].turns)
        service(found, actor=actor, **keywords(accepted(body(data=request.data))))
        return Response(row_out(noun, selector.one(actor, noun, pk), actor))


def row_out(noun: str, row: Any, actor: Actor) -> dict[str, Any]:
    """A row with the key of its place."""
    actions = (["change", "withdraw"] if row.active else ["change", "restore"]) if may(actor, "place.keep", row) else []
    found = {name: getattr(row, name) for name in ("id", *FIELDS[noun], "active", "version")}
    if noun == "extensions":
        found["name"] = row.label
    if noun == "periods":
        found["campus"] = row.campus_id
    if noun == "uses":
        found["period"] = row.period_id
    return found | {"place_key": selector.named(row).key, "actions": actions}


def _lists(actor: Actor) -> dict[str, Any]:
    return {"campuses": selector.campuses(actor), "periods": selector.periods(actor)}
