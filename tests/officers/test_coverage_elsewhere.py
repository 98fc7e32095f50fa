"""Coverage where people look without asking for it: at home, after changing a shift, in the report's figure."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core import clock
from core.actors import Actor
from officers.covering.share import Share, share
from officers.models import CoverageRule, Officer, Shift, User
from officers.planning.local import days
from officers.selectors import coverage
from officers.selectors.coverage_waiting import waiting_for
from tests.cast import District
from tests.officers.coverage_scene import MONDAY, Department, department, minimum, one_more, shift
from tests.officers.covering import ZONE, crew, span

WEEK = span("Mon 00:00-Mon+ 00:00")


@pytest.fixture
def here(district: District) -> Department:
    """Two zones, one rule."""
    return department(district)


def next_week() -> date:
    """The Monday after today."""
    return coverage.monday_after(timezone.localdate(clock.now(), ZONE))


def day_shift(who: Officer, day: date, hours: int = 10) -> Shift:
    """From 07:00 of the day."""
    begin = days(day, 1, ZONE).starts_at + timedelta(hours=7)
    return Shift.objects.create(
        agency=who.agency, officer=who, position="patrol", starts_at=begin, ends_at=begin + timedelta(hours=hours)
    )


def titles(actor: Actor) -> list[str]:
    """What waits of coverage."""
    with timezone.override(ZONE):
        return [str(item.title) for item in waiting_for(actor)]


def test_gaps_of_next_week_wait_for_the_supervisor_and_the_coordinator(here: Department) -> None:
    for number in range(3):
        day_shift(here.certified, next_week() + timedelta(days=number))
    assert titles(here.supervisor) == ["2 gaps in next week’s coverage"]
    assert titles(here.coordinator) == ["2 gaps in next week’s coverage"]
    assert titles(here.district.dispatcher) == []
    assert titles(here.district.officer(here.certified)) == []


def test_a_covered_week_waits_for_nobody(here: Department) -> None:
    for number in range(5):
        day_shift(here.certified, next_week() + timedelta(days=number))
    assert titles(here.supervisor) == []


def test_a_week_without_shifts_is_said_as_such_and_not_as_gaps(here: Department) -> None:
    assert titles(here.supervisor) == ["Next week has no shifts yet"]
    CoverageRule.objects.update(active=False)
    assert titles(here.supervisor) == []


def change(here: Department, made: Shift, path: str, **typed: Any) -> str:
    """The page after a change of this shift."""
    client = Client()
    client.force_login(User.objects.get(pk=here.supervisor.person))
    answer = client.post(f"/shifts/{made.pk}/{path}/", {"version": made.version, **typed}, follow=True)
    return answer.content.decode()


def test_cancelling_the_only_certified_shift_says_what_it_opens(here: Department) -> None:
    made = day_shift(here.certified, next_week())
    assert "This opens a gap: Mon 07:00–17:00 South: 0 of 1" in change(here, made, "cancel")


def test_cancelling_one_of_two_opens_nothing(here: Department) -> None:
    made = day_shift(here.certified, next_week())
    day_shift(one_more(here.district, 1), next_week())
    assert "This opens a gap" not in change(here, made, "cancel")


def test_handing_over_to_somebody_uncertified_opens_a_gap_and_to_somebody_certified_does_not(here: Department) -> None:
    made = day_shift(here.certified, next_week())
    page = change(here, made, "hand-over", officer=str(one_more(here.district, 1).pk))
    assert "This opens a gap" not in page
    made.refresh_from_db()
    page = change(here, made, "hand-over", officer=str(here.district.other_officer.pk))
    assert "This opens a gap: Mon 07:00–17:00 South: 0 of 1" in page


def test_a_shorter_shift_opens_what_it_leaves(here: Department) -> None:
    made = day_shift(here.certified, next_week())
    typed = {"day": next_week().isoformat(), "starts": "07:00", "ends": "15:00", "position": "patrol"}
    assert "This opens a gap: Mon 15:00–17:00 South: 0 of 1" in change(here, made, "change", **typed)


def test_one_more_who_is_not_certified_lowers_a_share(here: Department) -> None:
    CoverageRule.objects.update(active=False)
    minimum(here.south, name="Half", group=None, kind="share", number=60, weekdays=[0])
    shift(here.certified, "Mon 07:00-Mon 17:00")
    made = shift(here.district.other_officer, "Mon 09:00-Mon 12:00")
    assert coverage.opened_by_plan(made) == ["Mon 09:00–12:00 Whole agency: 1 of 2"]
    assert coverage.opened_by_plan(shift(one_more(here.district, 1), "Mon 13:00-Mon 15:00")) == []


def test_a_shift_counts_as_covered_only_when_somebody_certified_is_there_in_every_minute() -> None:
    people = crew("A patrol South Mon 08:00-Mon 16:00; B patrol South Mon 10:00-Mon 18:00", "A")
    assert share(people, WEEK) == Share(1, 2)
    relieved = crew("A patrol South Mon 08:00-Mon 16:00; B patrol South Mon 10:00-Mon 18:00", "A B")
    assert share(relieved, WEEK) == Share(2, 2)


@pytest.mark.parametrize(
    ("shifts", "certified", "leave", "found"),
    [
        ("A patrol North Mon 08:00-Mon 16:00; B patrol South Mon 08:00-Mon 16:00", "A", "", Share(1, 2)),
        ("A patrol North Mon 08:00-Mon 16:00; B patrol - Mon 08:00-Mon 16:00", "A", "", Share(2, 2)),
        ("A patrol South Mon 08:00-Mon 16:00; B patrol South Mon 08:00-Mon 16:00", "A until Sun-", "", Share(0, 2)),
        ("A patrol South Mon 08:00-Mon 16:00", "A", "A Mon 00:00-Tue 00:00", Share(0, 0)),
        ("A patrol South Mon 08:00-Mon 16:00", "A", "A Mon 12:00-Mon 13:00", Share(0, 1)),
        ("A security South Mon 08:00-Mon 16:00", "A", "", Share(0, 0)),
        ("A patrol South Sun- 20:00-Mon 04:00", "A", "", Share(0, 0)),
        ("A patrol South Sun 20:00-Mon+ 04:00", "A", "", Share(1, 1)),
        ("", "", "", Share(0, 0)),
    ],
)
def test_the_share_of_covered_shifts(shifts: str, certified: str, leave: str, found: Share) -> None:
    people = crew(shifts, certified, leave)
    assert share(people, WEEK) == found
    assert share(people[::-1], WEEK) == found


def test_the_figure_counts_who_has_left_since_and_costs_two_statements(
    here: Department, django_assert_num_queries: Any
) -> None:
    shift(here.certified, "Mon 07:00-Mon 17:00")
    shift(here.district.other_officer, "Mon 08:00-Mon 12:00")
    shift(here.district.other_officer, "Tue 08:00-Tue 12:00")
    Officer.objects.filter(pk=here.certified.pk).update(active=False, duty="off_duty")
    with django_assert_num_queries(2):
        assert coverage.share_covered(here.supervisor, MONDAY, MONDAY + timedelta(days=6)) == Share(2, 3)
    assert coverage.share_covered(here.supervisor, MONDAY, MONDAY) == Share(2, 2)


def test_one_person_less_never_covers_more() -> None:
    people = crew("A patrol South Mon 08:00-Mon 16:00; B patrol South Mon 10:00-Mon 18:00", "A B")
    lapsed = [replace(person, cit=()) for person in people]
    assert share(lapsed, WEEK) == Share(0, 2)
