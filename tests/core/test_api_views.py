"""What every view of the API shares: who asks, what is accepted, and which door a move has."""

from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponseRedirect, QueryDict
from django.test import RequestFactory
from rest_framework import serializers
from rest_framework.exceptions import ParseError, ValidationError
from rest_framework.request import Request

from core.actors import Actor
from core.errors import Conflict
from core.web.actor_view import ActorView, accepted, moved
from core.web.fragments import FragmentLoginMiddleware
from core.web.idempotency import IdempotencyKeyField
from core.web.parsers import BoundedJSONParser
from core.web.query import unread
from core.web.signed_in import SessionUser, SignedIn

ME = Actor(uuid4(), id=uuid4(), roles=frozenset({"teacher"}))


class ThrowIn(serializers.Serializer[Any]):
    """A move with one answer."""

    version = serializers.IntegerField(min_value=1)
    far = serializers.BooleanField(default=False)


def throw(record: str, *, actor: Actor, expected_version: int, far: bool) -> tuple[object, ...]:
    """A service that says what it was asked."""
    if expected_version != 3:
        raise Conflict("It moved.")
    return record, actor, expected_version, far


class View(ActorView):
    """A view with one door."""

    doors: dict[str, Any] = {"throw": (throw, None, ThrowIn)}


def request(data: object) -> Request:
    """A request of mine with this body."""
    plain = RequestFactory().post("/")
    plain.__dict__["actor"] = ME
    found = Request(plain)
    found.__dict__["_full_data"] = data
    return found


def test_a_view_knows_who_asks_and_tells_its_serializers() -> None:
    assert View().actor(request({})) == ME
    assert View().context(request({})) == {"actor": ME}


def test_a_move_is_led_to_its_service_with_the_version_as_the_service_names_it() -> None:
    asked = request({"move": "throw", "version": 3, "far": True})
    service, body = View().door(asked, View.doors)
    assert moved(asked, "pebble", service, body) == ("pebble", ME, 3, True)


@pytest.mark.parametrize("name", ["", "drop", "x" * 21, None])
def test_a_move_without_a_door_is_a_bad_request_that_names_those_there_are(name: str | None) -> None:
    with pytest.raises(ValidationError) as refusal:
        View().door(request({"move": name}), View.doors)
    assert set(refusal.value.detail) == {"move"}
    if name == "drop":
        assert "throw" in str(refusal.value.detail)


def test_a_bad_body_never_reaches_the_service_and_a_refusal_of_it_comes_through() -> None:
    with pytest.raises(ValidationError):
        moved(request({"version": 0}), "pebble", throw, ThrowIn)
    with pytest.raises(Conflict):
        moved(request({"version": 2}), "pebble", throw, ThrowIn)


def test_parameters_that_are_not_known_are_named_and_known_ones_are_marked_as_read() -> None:
    query = QueryDict("version=1&shoe=2&hat=3")
    with pytest.raises(ValidationError) as refusal:
        accepted(ThrowIn(data=query), query)
    assert set(refusal.value.detail) == {"shoe", "hat"}
    known = QueryDict("version=1")
    assert accepted(ThrowIn(data=known), known)["version"] == 1
    assert not unread(known)


@pytest.mark.parametrize("data", [{}, {"key": None}, {"key": "7"}, {"key": ""}])
def test_a_missing_key_is_refused_in_the_words_of_its_header(data: dict[str, object]) -> None:
    class Repeatable(serializers.Serializer[Any]):
        key = IdempotencyKeyField()

    body = Repeatable(data=data)
    assert not body.is_valid()
    assert "Idempotency-Key" in str(body.errors["key"][0])
    assert Repeatable(data={"key": str(uuid4())}).is_valid()


def test_a_body_too_deep_to_follow_is_refused_and_an_ordinary_one_is_read() -> None:
    factory = RequestFactory()
    deep = factory.post("/", b"[" * 100_000, content_type="application/json")
    with pytest.raises(ParseError, match="nested too deeply"):
        BoundedJSONParser().parse(deep, "application/json", {})
    flat = factory.post("/", b'{"a": [1]}', content_type="application/json")
    assert BoundedJSONParser().parse(flat, "application/json", {}) == {"a": [1]}


def test_without_a_log_in_the_answer_asks_for_one() -> None:
    asked = request({})
    assert SessionUser().authenticate_header(asked) == "Session"
    asked.__dict__["_user"] = None
    assert SignedIn().has_permission(asked, View()) is False


def test_a_panel_of_somebody_signed_out_is_sent_to_the_log_in_and_a_page_is_redirected() -> None:
    middleware = FragmentLoginMiddleware(lambda request: HttpResponseRedirect("/accounts/login/?next=/board/"))
    panel = middleware(RequestFactory().get("/board/queue/", headers={"HX-Request": "true"}))
    assert (panel.status_code, panel["HX-Redirect"], panel.content) == (401, "/accounts/login/", b"")
    assert middleware(RequestFactory().get("/board/")).status_code == 302


def test_a_panels_own_redirect_is_left_alone() -> None:
    middleware = FragmentLoginMiddleware(lambda request: HttpResponseRedirect("/board/"))
    assert middleware(RequestFactory().get("/x/", headers={"HX-Request": "true"})).status_code == 302
