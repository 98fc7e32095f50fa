"""What every view of this API shares: who asks, what was accepted, and which door a move has."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.views import APIView

from core.actors import Actor
from core.models import Record
from core.web.doors import Door, Service, keywords
from core.web.query import mark_read
from core.web.request import ActorRequest

Body = type[serializers.Serializer[Any]]


class MoveName(serializers.Serializer[Any]):
    """Which move; the rest of the body belongs to it."""

    move = serializers.CharField(max_length=20)


class ActorView(APIView):
    """A view that knows who asks."""

    def actor(self, request: Request) -> Actor:
        """The person behind the request."""
        return _actor(request)

    def context(self, request: Request) -> dict[str, Any]:
        """What the serializers need to know."""
        return {"actor": _actor(request)}

    def door(self, request: Request, doors: Mapping[str, Door]) -> tuple[Service, Body]:
        """The service and the body of the move named in the request."""
        name = accepted(MoveName(data=request.data))["move"]
        if name not in doors:
            raise ValidationError({"move": [_("One of: %(names)s.") % {"names": ", ".join(doors)}]})
        service, _form, body = doors[name]
        return service, body


def accepted(body: serializers.Serializer[Any], known: Iterable[str] = ()) -> dict[str, Any]:
    """The validated body, or 400; of `known` names none may be foreign to it."""
    if isinstance(known, QueryDict):
        mark_read(known)
    foreign = set(known) - set(body.fields)
    if foreign:
        raise ValidationError({name: [_("This parameter is not known here.")] for name in sorted(foreign)})
    body.is_valid(raise_exception=True)
    clean: dict[str, Any] = dict(body.validated_data)
    return clean


def moved(request: Request, record: Record, service: Callable[..., Any], body: Body) -> Any:
    """The service's answer to what the request holds."""
    actor = _actor(request)
    clean = accepted(body(data=request.data, context={"actor": actor}))
    return service(record, actor=actor, **keywords(clean))


def _actor(request: Request) -> Actor:
    return cast(ActorRequest, request._request).actor
