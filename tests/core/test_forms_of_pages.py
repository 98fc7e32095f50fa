"""What a page does with a form, a query and a refusal: said beside the field, and nothing lost."""

import pytest
from django import forms
from django.http import QueryDict
from django.test import RequestFactory

from core.errors import BrokenRule, Conflict, DomainError, Forbidden, NotFound
from core.web.doors import act, keywords
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import BadQuery, parse, unread
from core.web.versions import VersionForm


class Filter(forms.Form):
    """What a list may be asked for."""

    page = forms.IntegerField(required=False, min_value=1)
    tag = forms.MultipleChoiceField(required=False, choices=[("a", "A"), ("b", "B")])


class Note(VersionForm):
    """One text about a record."""

    text = forms.CharField(max_length=10)


def note(version: str = "3", text: str = "typed") -> Note:
    """The form as it was sent."""
    return Note(QueryDict(f"version={version}&text={text}"), version=7)


def refuse(error: DomainError) -> object:
    """A service that says no."""
    raise error


def test_a_query_is_cleaned_by_its_form() -> None:
    assert parse(QueryDict("page=2&tag=a&tag=b"), Filter) == {"page": 2, "tag": ["a", "b"]}
    assert parse(QueryDict(""), Filter) == {"page": None, "tag": []}


@pytest.mark.parametrize("query", ["page=0", "page=x", "tag=c", "pages=2", "page=2&Page=2", "=1", "page=1&tag=a&tag=c"])
def test_a_query_that_the_form_does_not_know_is_refused(query: str) -> None:
    with pytest.raises(BadQuery) as refusal:
        parse(QueryDict(query), Filter)
    assert (refusal.value.status, refusal.value.fields) == (400, {})
    assert query not in str(refusal.value)


def test_a_query_is_unread_until_somebody_looks_at_it() -> None:
    query = QueryDict("page=2")
    assert unread(query)
    parse(query, Filter)
    assert not unread(query)
    assert not unread(QueryDict(""))


def test_the_answer_of_a_service_comes_through_a_valid_form() -> None:
    form = note()
    assert attempt(form, lambda: "kept") == "kept"
    assert not form.errors


def test_a_service_is_not_asked_when_the_form_is_wrong() -> None:
    asked: list[str] = []
    form = note(text="much too long for it")
    assert attempt(form, lambda: asked.append("asked")) is None
    assert asked == []
    assert (list(form.errors), status_of(form)) == (["text"], 422)


def test_a_refusal_of_a_field_stands_beside_it_and_what_was_typed_stays() -> None:
    form = note()
    assert attempt(form, lambda: refuse(BrokenRule("Not complete.", fields={"text": "Say more."}))) is None
    assert form.errors == {"text": ["Say more."]}
    assert (form["text"].value(), status_of(form)) == ("typed", 422)


def test_a_refusal_of_a_field_that_the_form_does_not_have_is_said_above_it() -> None:
    form = note()
    attempt(form, lambda: refuse(BrokenRule("Not complete.", fields={"text": "Say more.", "other": "Hidden."})))
    assert form.errors == {"text": ["Say more."], "__all__": ["Not complete."]}


def test_somebody_faster_is_a_conflict_and_the_form_can_be_sent_again() -> None:
    form = note()
    attempt(form, lambda: refuse(Conflict("It is now closed.")))
    assert (form.non_field_errors(), status_of(form)) == (["It is now closed."], 409)
    assert 'value="7"' in str(form["version"])
    assert 'value="3"' not in str(form["version"])


@pytest.mark.parametrize("error", [NotFound, Forbidden])
def test_what_a_form_cannot_answer_is_left_to_the_middleware(error: type[DomainError]) -> None:
    with pytest.raises(error):
        attempt(note(), lambda: refuse(error("No.")))


def test_a_form_that_was_not_sent_is_no_refusal() -> None:
    assert status_of(Note(version=1)) == 200
    assert attempt(Note(version=1), lambda: "never") is None


@pytest.mark.parametrize("version", ["", "0", "-1", "x", "1.5"])
def test_a_version_that_nobody_can_have_seen_is_refused(version: str) -> None:
    assert list(note(version=version).errors) == ["version"]


def test_an_empty_post_is_a_post_and_a_get_is_none() -> None:
    factory = RequestFactory()
    assert posted(factory.post("/")) is not None
    assert posted(factory.get("/?a=1")) is None


@pytest.mark.urls("tests.ui.urls")
def test_after_a_success_the_browser_fetches_another_page() -> None:
    answer = see_other("home")
    assert (answer.status_code, answer["Location"]) == (303, "/")


def test_a_form_speaks_of_a_version_and_a_service_of_the_expected_one() -> None:
    assert keywords({"version": 3, "text": "a"}) == {"expected_version": 3, "text": "a"}
    assert keywords({"text": "a"}) == {"text": "a"}
    form = note()
    assert form.is_valid()
    took = act(lambda record, *, actor, **clean: (record, actor, clean), "row", "who", form)()
    assert took == ("row", "who", {"expected_version": 3, "text": "typed"})


def test_a_refusal_speaks_with_its_own_text_status_and_code() -> None:
    known = {error: (error.status, error.code) for error in (NotFound, Forbidden, Conflict, BrokenRule)}
    assert sorted(known.values()) == [(403, "forbidden"), (404, "not_found"), (409, "conflict"), (422, "broken_rule")]
    assert str(BrokenRule("The text.")) == "The text."
