"""The coverage pages: next week without a click, gaps in words, cover in one click, and who may see and set what."""

import re
from datetime import time
from typing import Any

import pytest
from django.test import Client

from core.actors import Actor
from core.models import Event
from officers.models import CampusGroup, CampusGroupMember, CoverageRule, Officer, RosterPolicy, Shift, User
from officers.selectors import coverage
from tests.cast import District, day_here
from tests.officers.coverage_scene import Department, department, one_more, shift
from tests.officers.covering import MONDAY, moment

WEEK = "/coverage/?week=2026-W49"


@pytest.fixture
def here(district: District) -> Department:
    """Two zones, one rule."""
    return department(district)


def signed_in(actor: Actor) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.person))
    return client


def read(answer: Any) -> str:
    """The page's text without tags, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def get(actor: Actor, path: str, **query: str) -> Any:
    """The page as this person."""
    return signed_in(actor).get(path, query)


def days_but_wednesday(who: Officer) -> None:
    """Four days of ten hours."""
    for day in ("Mon", "Tue", "Thu", "Fri"):
        shift(who, f"{day} 07:00-{day} 17:00")


def test_the_page_opens_with_next_week(here: Department) -> None:
    answer = get(here.supervisor, "/coverage/")
    assert answer.context["week"].monday == coverage.monday_after(day_here())


def test_gaps_are_said_in_words_beside_the_grid(here: Department) -> None:
    days_but_wednesday(here.certified)
    answer = get(here.supervisor, WEEK)
    assert "Wed 07:00–17:00 South: 0 of 1" in read(answer)
    page = answer.content.decode()
    assert page.count('<td class="gap"') == 10
    assert len(re.findall(r"<td[ >]", page)) == 7 * 24
    assert '<th scope="row">Wed 2 Dec</th>' in page


def test_a_part_of_an_hour_is_marked_and_said(here: Department) -> None:
    days_but_wednesday(here.certified)
    shift(here.certified, "Wed 07:30-Wed 17:00")
    page = get(here.supervisor, WEEK).content.decode()
    assert 'class="part" title="0 of 1 from 07:00 to 07:30">0*</td>' in page


def test_a_week_without_shifts_draws_no_grid(here: Department) -> None:
    text = read(get(here.supervisor, WEEK))
    assert "Add shifts or import CSV" in text
    assert "0 of 1" not in text
    assert "<table" not in get(here.supervisor, WEEK).content.decode()


def test_an_agency_without_rules_is_told_to_add_one(here: Department) -> None:
    CoverageRule.objects.update(active=False)
    assert "Nothing is asked yet" in read(get(here.supervisor, WEEK))
    assert "Add a rule" not in read(get(here.coordinator, WEEK)).replace("Add a rule first", "")


def test_a_rule_that_nobody_can_meet_is_said_once(here: Department) -> None:
    days_but_wednesday(here.certified)
    CoverageRule.objects.update(number=9)
    text = read(get(here.supervisor, WEEK))
    assert text.count("No plan can meet") == 1
    assert "0 of 9" not in text.replace("title", "")


@pytest.mark.parametrize("week", ["2026-W60", "2026-49", "1900-W01", "x", "2026-W00"])
def test_a_week_that_is_none_is_refused(here: Department, week: str) -> None:
    assert get(here.supervisor, "/coverage/", week=week).status_code == 400


def test_a_parameter_that_nobody_knows_is_refused(here: Department) -> None:
    assert get(here.supervisor, "/coverage/", zone="South").status_code == 400
    assert get(here.supervisor, f"/minimums/{here.rule.pk}/cover/", day="Mon").status_code == 400


def test_the_desk_reads_and_neither_finds_cover_nor_sets_rules(here: Department) -> None:
    days_but_wednesday(here.certified)
    text = get(here.district.dispatcher, WEEK).content.decode()
    assert "Wed 07:00" in text
    assert "/cover/" not in text
    assert "/coverage/limits/" not in text
    assert get(here.district.dispatcher, "/coverage/rules/new/").status_code == 403


COVER = {"starts_at": "2026-12-02T07:00", "ends_at": "2026-12-02T15:00"}


def test_find_cover_names_who_is_free_and_why_the_others_are_not(here: Department) -> None:
    days_but_wednesday(here.certified)
    page = get(here.supervisor, WEEK).content.decode()
    link = re.search(r'href="(/minimums/[^"]+/cover/[^"]+)"', page)
    assert link
    assert "starts_at=2026-12-02T07%3A00" in link[1]
    text = read(get(here.supervisor, f"/minimums/{here.rule.pk}/cover/", **COVER))
    assert "C-12 Yucca 40" in text
    assert "Home campus in the group" in text
    assert "1 Not certified for all of it" in text
    assert "Plan this shift" in text


def test_the_coordinator_finds_cover_and_does_not_plan(here: Department) -> None:
    path = f"/minimums/{here.rule.pk}/cover/"
    assert "Plan this shift" not in read(get(here.coordinator, path, **COVER))
    answer = signed_in(here.coordinator).post(path, {"officer": here.certified.pk, **COVER})
    assert (answer.status_code, Shift.objects.count()) == (403, 0)


def plan(here: Department, who: Officer, **changes: Any) -> Any:
    """The button of one line."""
    typed = {"officer": who.pk, **FAR, **changes}
    return signed_in(here.supervisor).post(f"/minimums/{here.rule.pk}/cover/", typed)


# Far enough ahead to be in the future whenever the tests run.
FAR = {"starts_at": "2199-12-04T07:00", "ends_at": "2199-12-04T15:00"}


def test_one_click_plans_the_shift_where_it_counts(here: Department) -> None:
    Officer.objects.filter(pk=here.certified.pk).update(home_campus=here.other_campus)
    answer = plan(here, here.certified)
    assert answer.status_code == 303
    made = Shift.objects.get()
    assert (made.officer, made.position, made.campus) == (here.certified, "patrol", here.district.campus)
    assert (made.ends_at - made.starts_at).total_seconds() == 8 * 3600
    assert Event.objects.filter(type="shift.planned").count() == 1


def test_who_was_planned_elsewhere_meanwhile_is_refused_in_words(here: Department) -> None:
    plan(here, here.certified)
    answer = plan(here, here.certified)
    assert answer.status_code == 422
    assert "overlap" in read(answer)
    assert Shift.objects.count() == 1


def test_a_span_of_more_than_a_day_is_refused(here: Department) -> None:
    assert plan(here, here.certified, ends_at="2199-12-06T15:00").status_code == 422
    assert Shift.objects.count() == 0


TYPED = {
    "name": "North by day",
    "kind": "at_least",
    "number": "1",
    "cit": "on",
    "position": "patrol",
    "weekdays": ["0", "1"],
    "starts": "07:00",
    "ends": "17:00",
}


def test_a_supervisor_adds_a_rule(here: Department) -> None:
    answer = signed_in(here.supervisor).post("/coverage/rules/new/", {**TYPED, "group": here.north.pk})
    assert answer.status_code == 303
    rule = CoverageRule.objects.get(name="North by day")
    assert (rule.group, rule.weekdays, rule.starts, rule.cit) == (here.north, [0, 1], time(7), True)
    assert Event.objects.get(type="minimum.added").facts["number"] == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "South by day"}, "There is already a rule with this name."),
        ({"kind": "share", "number": "101"}, "A share is at most 100 percent."),
        ({"kind": "share", "cit": ""}, "A share is the share of certified people"),
        ({"weekdays": []}, "This field is required."),
        ({"number": "0"}, "greater than or equal to 1"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_and_keeps_what_was_typed(
    here: Department, changes: dict[str, Any], words: str
) -> None:
    typed = {name: value for name, value in {**TYPED, **changes}.items() if value != ""}
    answer = signed_in(here.supervisor).post("/coverage/rules/new/", typed)
    assert answer.status_code == 422
    assert words in read(answer)
    assert f'value="{typed["name"]}"' in answer.content.decode()
    assert CoverageRule.objects.count() == 1


def test_two_supervisors_cannot_overwrite_each_other(here: Department) -> None:
    path = f"/minimums/{here.rule.pk}/"
    client = signed_in(here.supervisor)
    typed = {**TYPED, "version": "1", "group": here.south.pk}
    assert client.post(path, {**typed, "number": "2"}).status_code == 303
    answer = client.post(path, {**typed, "number": "3"})
    assert answer.status_code == 409
    here.rule.refresh_from_db()
    assert (here.rule.number, here.rule.version) == (2, 2)


def test_a_rule_is_stopped_and_asks_again(here: Department) -> None:
    path, client = f"/minimums/{here.rule.pk}/move/", signed_in(here.supervisor)
    assert client.post(path, {"move": "stop", "version": 1}).status_code == 303
    assert not CoverageRule.objects.get().active
    assert client.post(path, {"move": "stop", "version": 2}).status_code == 409
    assert client.post(path, {"move": "resume", "version": 2}).status_code == 303
    assert CoverageRule.objects.get().active
    assert client.post(path, {"move": "explode", "version": 3}).status_code == 422
    names = list(Event.objects.filter(type__startswith="minimum").order_by("at").values_list("type", flat=True))
    assert names == ["minimum.stopped", "minimum.resumed"]


def test_a_campus_moves_to_the_group_that_takes_it(here: Department) -> None:
    typed = {"name": "North", "campuses": [here.other_campus.pk, here.district.campus.pk], "version": 1}
    answer = signed_in(here.supervisor).post(f"/coverage/groups/{here.north.pk}/", typed)
    assert answer.status_code == 303
    groups = dict(CampusGroupMember.objects.values_list("campus__code", "group__name"))
    assert groups == {"AHS": "North", "YUE": "North"}


def test_a_campus_that_is_left_out_is_shown_as_such(here: Department) -> None:
    typed = {"name": "South side", "campuses": [here.other_campus.pk], "version": 1}
    signed_in(here.supervisor).post(f"/coverage/groups/{here.south.pk}/", typed)
    assert CampusGroup.objects.get(pk=here.south.pk).name == "South side"
    text = read(get(here.supervisor, "/coverage/groups/"))
    assert "In no group Agave High School" in text


def test_two_groups_do_not_share_a_name(here: Department) -> None:
    typed = {"name": "South", "campuses": [here.other_campus.pk]}
    answer = signed_in(here.supervisor).post("/coverage/groups/new/", typed)
    assert answer.status_code == 422
    assert "There is already a group with this name." in read(answer)
    assert CampusGroup.objects.count() == 2


LIMITS = {
    "max_week_hours": 48,
    "overtime_from_hours": 40,
    "min_rest_hours": 10,
    "max_shift_hours": 12,
    "warn_hours": 6,
    "version": 1,
}


def test_limits_are_set_once_for_the_agency(here: Department) -> None:
    client = signed_in(here.supervisor)
    assert client.post("/coverage/limits/", LIMITS).status_code == 303
    assert client.post("/coverage/limits/", {**LIMITS, "warn_hours": 2}).status_code == 303
    policy = RosterPolicy.objects.get()
    assert (policy.max_week_hours, policy.warn_hours, policy.version) == (48, 2, 2)
    assert client.post("/coverage/limits/", LIMITS).status_code == 409


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"max_week_hours": 10, "overtime_from_hours": 8}, "longer than the hours of seven days"),
        ({"overtime_from_hours": 60}, "Overtime begins at the latest"),
    ],
)
def test_limits_that_contradict_each_other_are_refused(here: Department, changes: dict[str, int], words: str) -> None:
    answer = signed_in(here.supervisor).post("/coverage/limits/", {**LIMITS, **changes})
    assert answer.status_code == 422
    assert words in read(answer)
    assert not RosterPolicy.objects.exists()


def test_the_pages_cost_the_same_for_three_people_and_for_fifteen(
    here: Department, django_assert_num_queries: Any
) -> None:
    client = signed_in(here.supervisor)
    days_but_wednesday(here.certified)
    client.get(WEEK)
    with django_assert_num_queries(6) as first:
        client.get(WEEK)
    for number in range(12):
        days_but_wednesday(one_more(here.district, number))
    with django_assert_num_queries(len(first.captured_queries)):
        client.get(WEEK)


def test_the_week_of_the_tests_is_the_week_of_the_address() -> None:
    assert MONDAY.isocalendar()[:2] == (2026, 49)
    assert moment("Mon 00:00").date() == MONDAY
