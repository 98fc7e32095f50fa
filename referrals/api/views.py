"""Referrals over HTTP: the same selectors and services as the pages."""

from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext as _
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.actors import Actor
from core.web.doors import keywords
from core.web.query import BadQuery, parse
from core.web.request import ActorRequest
from referrals import selectors
from referrals.api.output import listed, referral_out
from referrals.api.serializers import ContactIn, MakeIn
from referrals.doors import MOVES
from referrals.forms import InboxQuery
from referrals.services import referrals


class MoveName(serializers.Serializer[Any]):
    """Which move; the rest of the body belongs to it."""

    move = serializers.ChoiceField(choices=[(name, name) for name in MOVES])


class Make(APIView):
    """Refer from a filed report."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The header Idempotency-Key makes a repeat harmless."""
        actor = _actor(request)
        found = selectors.referable(actor, pk)
        typed = request.data
        if isinstance(typed, dict):
            typed = {**typed, "client_key": request.headers.get("Idempotency-Key")}
        clean = _clean(MakeIn(data=typed, context={"teams": found.teams}))
        sent = referrals.make(found.record, actor=actor, **clean)
        return _answer(actor, sent.pk, status.HTTP_201_CREATED)


class Inbox(APIView):
    """The lists of the caller."""

    def get(self, request: Request) -> Response:
        """One page of one list; `tab` and `page` as on the page."""
        actor = _actor(request)
        tabs = selectors.tabs_of(actor)
        asked = parse(request._request.GET, InboxQuery)
        tab = asked["tab"] or tabs[0].name
        if tab not in {each.name for each in tabs}:
            raise BadQuery(_("This list is not one of yours."))
        page = selectors.inbox(actor, tab, asked["page"] or 1)
        return Response(listed(page, tab, actor))


class Detail(APIView):
    """One referral."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As much of it as the caller may know."""
        return _answer(_actor(request), pk)


class Contacts(APIView):
    """The attempts to reach the person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Log one."""
        actor = _actor(request)
        found = selectors.for_move(actor, pk, "log_contact")
        referrals.log_contact(found, actor=actor, **_clean(ContactIn(data=request.data)))
        return _answer(actor, pk, status.HTTP_201_CREATED)


class Moves(APIView):
    """Every other step."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the named move with its own fields."""
        actor = _actor(request)
        found = selectors.referral(actor, pk)
        name = _clean(MoveName(data=request.data))["move"]
        service, _form, body = MOVES[name]
        service(found, actor=actor, **keywords(_clean(body(data=request.data))))
        return _answer(actor, pk)


def _actor(request: Request) -> Actor:
    return cast("ActorRequest", request._request).actor


def _clean(body: serializers.Serializer[Any]) -> dict[str, Any]:
    body.is_valid(raise_exception=True)
    clean: dict[str, Any] = dict(body.validated_data)
    return clean


def _answer(actor: Actor, pk: UUID, code: int = status.HTTP_200_OK) -> Response:
    """The referral as it is now, as this caller may know it."""
    return Response(referral_out(selectors.referral(actor, pk), actor), status=code)
