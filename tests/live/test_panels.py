"""Several panels in one answer: the same as each alone, and no way around what each refuses."""

from http import HTTPStatus

import pytest
from django.test import Client

from officers.models import User
from tests.cast import District, log_call

pytestmark = pytest.mark.django_db
ALONE = ["/board/queue/?tab=all", "/board/timers/", "/board/units/?show=all&zone="]


def signed_in(person: object) -> Client:
    """The person's browser."""
    client = Client(headers={"HX-Request": "true"})
    client.force_login(User.objects.get(pk=person))
    return client


def test_together_they_are_what_each_is_alone(district: District) -> None:
    log_call(district)
    desk = signed_in(district.dispatcher.id)
    # The test's transaction is open, so that nothing is shared and all is drawn anew.
    answer = desk.get("/board/panels/", {"of": ALONE})
    assert answer.status_code == HTTPStatus.OK
    for name in ("queue", "timers", "units"):
        assert answer.content.count(f'id="{name}"'.encode()) == 1
    assert len(answer.content) == sum(len(desk.get(address).content) for address in ALONE)


def test_whoever_may_see_none_of_them_is_refused(district: District) -> None:
    for address in ALONE:
        assert signed_in(district.cit_officer.user_id).get("/board/panels/", {"of": [address]}).status_code == 403


@pytest.mark.parametrize(
    "of", [[], ["/board/"], ["/tablet/"], ["https://example.org/board/queue/"], ["nonsense"], [ALONE[0]] * 4]
)
def test_nothing_but_a_few_panels_of_the_console_is_fetched_this_way(of: list[str], district: District) -> None:
    assert signed_in(district.dispatcher.id).get("/board/panels/", {"of": of}).status_code == 400


def test_a_choice_that_a_panel_does_not_know_is_refused_here_too(district: District) -> None:
    answer = signed_in(district.dispatcher.id).get("/board/panels/", {"of": ["/board/queue/?tab=none"]})
    assert answer.status_code == 400
    answer = signed_in(district.dispatcher.id).get("/board/panels/", {"of": ["/board/timers/?unread=1"]})
    assert answer.status_code == 400


def test_who_is_not_signed_in_is_sent_to_the_log_in(district: District) -> None:
    answer = Client(headers={"HX-Request": "true"}).get("/board/panels/", {"of": ALONE})
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert answer.headers["HX-Redirect"] == "/accounts/login/"
