"""How a refusal leaves the house: one status, one text, an id to ask about, and no hint of what exists."""

import json
import re

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.test import RequestFactory
from rest_framework.exceptions import NotAuthenticated, ValidationError

from core.errors import BrokenRule, Conflict, DomainError, Forbidden, NotFound
from core.web.api import exception_handler
from core.web.middleware import DomainErrorMiddleware, RequestContextMiddleware, answer, body
from core.web.words import WordsMiddleware
from referrals.selectors.disclosed import Altered

ERRORS = (NotFound("Gone."), Forbidden("Not you."), Conflict("Too late."), BrokenRule("Not so."))


def ask(path: str = "/board/") -> HttpRequest:
    """A request that has come past the first middleware."""
    request = RequestFactory().get(path)
    request.META["cit.request_id"] = "0123456789ab"
    return request


def test_every_answer_carries_an_id_of_its_own_and_the_page_before_it_knew_it() -> None:
    seen: list[str] = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["cit.request_id"])
        return HttpResponse()

    first, second = (RequestContextMiddleware(page)(RequestFactory().get("/")) for _ in range(2))
    assert seen == [first["X-Request-Id"], second["X-Request-Id"]]
    assert len(set(seen)) == 2
    assert all(re.fullmatch("[0-9a-f]{12}", one) for one in seen)


def test_an_id_sent_from_outside_is_not_taken_over() -> None:
    middleware = RequestContextMiddleware(lambda request: HttpResponse())
    sent = RequestFactory().get("/", headers={"X-Request-Id": "mine"}, **{"cit.request_id": "mine"})
    assert middleware(sent)["X-Request-Id"] != "mine"


def test_an_answer_stays_out_of_caches_unless_its_page_says_otherwise() -> None:
    def asset(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Cache-Control": "public, max-age=60"})

    assert RequestContextMiddleware(lambda request: HttpResponse())(ask())["Cache-Control"] == "no-store"
    assert RequestContextMiddleware(asset)(ask())["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
@pytest.mark.urls("tests.ui.urls")
def test_a_refusal_is_a_page_with_its_own_status_its_words_and_the_id(error: DomainError) -> None:
    middleware = DomainErrorMiddleware(lambda request: HttpResponse())
    page = middleware.process_exception(ask(), error)
    assert page is not None
    assert page.status_code == error.status
    assert str(error) in page.content.decode()
    assert "0123456789ab" in page.content.decode()


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_the_same_refusal_is_json_where_a_program_asks_whoever_refuses(error: DomainError) -> None:
    sent = answer(ask("/api/v1/incidents/"), error)
    through_rest = exception_handler(error, {})
    assert through_rest is not None
    assert (sent.status_code, json.loads(sent.content)) == (through_rest.status_code, through_rest.data)
    assert json.loads(sent.content) == {"code": error.code, "message": str(error), "fields": {}}


def test_a_fault_of_ours_is_not_dressed_up_as_a_refusal() -> None:
    middleware = DomainErrorMiddleware(lambda request: HttpResponse())
    assert middleware.process_exception(ask(), LookupError("secret")) is None
    assert exception_handler(LookupError("secret"), {}) is None


def test_field_texts_are_plain_text_in_json() -> None:
    said = body(BrokenRule("Not complete.", fields={"nature": "Choose one.", "weapon": ["a", "b"]}))
    assert said["fields"] == {"nature": "Choose one.", "weapon": "['a', 'b']"}
    assert json.dumps(said)


def test_what_is_not_valid_says_so_by_field_and_what_lacks_a_log_in_says_that() -> None:
    wrong = exception_handler(ValidationError({"room": ["No such room."]}), {})
    assert wrong is not None
    assert wrong.data["fields"] == {"room": ["No such room."]}
    unknown = exception_handler(NotAuthenticated(), {})
    assert unknown is not None
    assert (unknown.data["code"], unknown.data["fields"]) == ("not_authenticated", {})


@pytest.mark.urls("tests.ui.urls")
def test_a_method_that_is_not_taken_has_words_and_still_names_those_that_are() -> None:
    page = WordsMiddleware(lambda request: HttpResponseNotAllowed(["POST"]))(ask("/board/move/"))
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "form" in page.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404, 413, 500])
def test_a_page_never_reaches_a_program(status: int) -> None:
    middleware = WordsMiddleware(lambda request: HttpResponse("<html>", status=status))
    sent = middleware(ask("/api/v1/x/"))
    assert (sent.status_code, sent["Content-Type"]) == (status, "application/json")
    assert set(json.loads(sent.content)) == {"code", "message", "fields"}
    assert middleware(ask("/x/")).content == b"<html>"


def test_a_good_answer_is_passed_on_untouched() -> None:
    page = HttpResponse("<html>")
    assert WordsMiddleware(lambda request: page)(ask("/api/v1/x/")) is page


def test_what_was_altered_is_a_fault_and_not_a_users_mistake() -> None:
    assert (Altered.status, Altered.code) == (500, "altered")
