"""The strip, the desk's answer, the officer's button and the rules, as pages."""

from typing import Any

import pytest
from django.utils import timezone

from incidents.models import Incident, Timer, TimerRule
from incidents.services import assignments, timer_sweep
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import signed_in
from tests.incidents.timers.conftest import after, running

STRIP = "/board/timers/"


def strip(district: District) -> str:
    """The strip as the desk sees it."""
    return str(signed_in(district.dispatcher).get(STRIP).content.decode())


def test_an_empty_strip_says_that_nothing_is_overdue(district: District) -> None:
    page = strip(district)
    assert "Nobody is on scene, and nothing is overdue." in page
    assert 'data-live="timer ask"' in page


def test_the_strip_shows_the_unit_the_number_and_a_running_clock(district: District, welfare: Timer) -> None:
    Timer.objects.update(started_at=timezone.now(), next_at=timezone.now() + (after(10) - NOON))
    page = strip(district)
    assert "C-12" in page
    assert welfare.incident.number in page
    assert 'data-limit="600"' in page
    assert 'data-key="W"' in page
    assert "worker late" not in page


def test_alarms_stand_first_filled_and_in_words(district: District, welfare: Timer) -> None:
    for minute in (10, 11, 12):
        timer_sweep.run(after(minute))
    other = arrived_second(district)
    Timer.objects.filter(pk=other.pk).update(next_at=timezone.now() + (after(10) - NOON))
    page = strip(district)
    alarm, running_one = page.index(f"t-{welfare.pk}"), page.index(f"t-{other.pk}")
    assert alarm < running_one
    assert 'class="check alarm"' in page
    assert '<span class="word">Alarm</span>' in page
    assert "data-news-urgent" in page
    assert "1 alarm" in page


def arrived_second(district: District) -> Timer:
    """The other officer's check."""
    part = assignments.send(
        log_call(district).incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.other_officer,
        cit_unavailable_reason="all_assigned",
        at=NOON,
    )
    part = assignments.arrive(part, actor=district.dispatcher, expected_version=None, at=NOON)
    return running("welfare", assignment=part)


def test_without_a_worker_the_strip_still_shows_who_should_have_been_asked(district: District, welfare: Timer) -> None:
    page = strip(district)
    assert "worker late" in page
    assert 'class="check ok late"' in page


def test_a_call_that_nobody_alarmed_about_is_shown_as_late_too(district: District, waiting: Incident) -> None:
    assert waiting.number in strip(district)
    Timer.objects.update(next_at=timezone.now() + (after(1) - NOON))
    assert waiting.number not in strip(district)


@pytest.mark.parametrize("count", [1, 3])
def test_the_strip_takes_as_many_statements_for_one_as_for_many(
    district: District, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        log_call(district)
    desk = signed_in(district.dispatcher)
    desk.get(STRIP)
    with django_assert_num_queries(5):
        assert desk.get(STRIP).status_code == 200


def test_the_desk_answers_with_what_it_heard_and_returns_to_the_board(district: District, welfare: Timer) -> None:
    desk, here = signed_in(district.dispatcher), f"/timers/{welfare.pk}/acknowledge/"
    page = desk.get(here).content.decode()
    assert "C-12" in page
    assert "autofocus" in page
    assert "optional" not in page
    sent = desk.post(here, {"words": "Code four, talking."})
    assert (sent.status_code, sent["Location"]) == (303, "/board/")
    welfare.refresh_from_db()
    assert welfare.words == "Code four, talking."
    assert "This check has ended" in desk.get(here).content.decode()


@pytest.mark.parametrize("words", ["", "x" * 201])
def test_a_refused_answer_keeps_what_was_typed_and_says_why(district: District, welfare: Timer, words: str) -> None:
    answer = signed_in(district.dispatcher).post(f"/timers/{welfare.pk}/acknowledge/", {"words": words})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert running("welfare") == welfare


def test_a_slower_desk_is_told_who_answered(district: District, welfare: Timer) -> None:
    here = f"/timers/{welfare.pk}/acknowledge/"
    signed_in(district.dispatcher).post(here, {"words": "Well."})
    late = signed_in(district.supervisor).post(here, {"words": "Well."})
    assert late.status_code == 409
    assert "Feldspar has answered this already." in late.content.decode()


def test_the_tablet_has_one_large_button_and_the_tap_is_heard(district: District, welfare: Timer) -> None:
    timer_sweep.run(after(10))
    tablet = signed_in(district.officer(district.cit_officer))
    page = tablet.get("/tablet/").content.decode()
    assert f"/timers/{welfare.pk}/answer/" in page
    assert "Are you well?" in page
    tapped = tablet.post(f"/timers/{welfare.pk}/answer/")
    assert (tapped.status_code, tapped["Location"]) == (303, "/tablet/")
    again = tablet.get("/tablet/").content.decode()
    assert "Dispatch has heard that you are well." in again
    assert "Are you well?" not in again
    assert "Next check" in again


def test_before_arriving_there_is_nothing_to_answer(district: District, waiting: Incident) -> None:
    assignments.send(waiting, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON)
    assert "I am well" not in signed_in(district.officer(district.cit_officer)).get("/tablet/").content.decode()


def test_a_tap_after_leaving_is_answered_in_words_and_without_an_error(district: District, welfare: Timer) -> None:
    part = welfare.assignment
    assert part is not None
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=after(5))
    tablet = signed_in(district.officer(district.cit_officer))
    answer = tablet.post(f"/timers/{welfare.pk}/answer/", follow=True)
    assert answer.status_code == 200
    assert "not on scene any more" in answer.content.decode()


def test_the_rules_page_shows_the_standard_and_how_to_replace_it(district: District) -> None:
    page = signed_in(district.supervisor).get("/timer-rules/").content.decode()
    assert page.count("standard</span>") == 9
    assert "?kind=welfare&amp;nature=&amp;priority=p1" in page


def test_a_rule_of_our_own_replaces_the_standard_and_hurries_who_is_on_scene(district: District) -> None:
    arrived(district, log_call(district).incident)
    chief = signed_in(district.supervisor)
    form = chief.get("/timer-rules/new/?kind=welfare&nature=&priority=p2").content.decode()
    assert '<option value="welfare" selected' in form
    sent = {"kind": "welfare", "nature": "", "priority": "p2", "minutes": "4", "answer_seconds": "30", "active": "on"}
    assert chief.post("/timer-rules/new/", sent).status_code == 303
    assert (running("welfare").next_at, running("welfare").answer_seconds) == (after(4), 30)
    again = chief.post("/timer-rules/new/", sent)
    assert again.status_code == 422
    assert "There is a rule for this already" in again.content.decode()


def test_a_changed_rule_counts_at_once_and_an_inactive_one_means_never(district: District) -> None:
    arrived(district, log_call(district).incident)
    rule = TimerRule.objects.create(agency=district.campus.agency, kind="welfare", priority="p2", minutes=9)
    chief, here = signed_in(district.supervisor), f"/timer-rules/{rule.pk}/"
    sent = {"version": "1", "minutes": "3", "answer_seconds": "60", "active": "on"}
    assert chief.post(here, sent).status_code == 303
    assert running("welfare").next_at == after(3)
    assert chief.post(here, sent).status_code == 409
    assert chief.post(here, {"version": "2", "minutes": "3", "answer_seconds": "60"}).status_code == 303
    assert running("welfare").next_at is None


@pytest.mark.parametrize("wrong", [{"minutes": "0"}, {"minutes": "1441"}, {"answer_seconds": "14"}, {"kind": "egg"}])
def test_a_rule_out_of_its_bounds_is_refused(district: District, wrong: dict[str, str]) -> None:
    sent = {"kind": "welfare", "minutes": "10", "answer_seconds": "60", **wrong}
    assert signed_in(district.supervisor).post("/timer-rules/new/", sent).status_code == 422
    assert not TimerRule.objects.exists()


def test_a_dispatcher_does_not_set_rules(district: District) -> None:
    assert signed_in(district.dispatcher).get("/timer-rules/").status_code == 403
