"""Coverage read from the database: right, of one agency alone, and in a fixed number of statements."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.errors import Forbidden, NotFound
from officers import catalogue
from officers.covering import words
from officers.covering.gaps import Gap
from officers.covering.grid import Week
from officers.models import (
    Booking,
    Certification,
    CoverageRule,
    Leave,
    Officer,
    Restriction,
    RosterPolicy,
    TimeEntry,
    TrainingSession,
    User,
)
from officers.planning.spans import Span
from officers.selectors import cover, coverage, crisis_status, minimums
from officers.selectors.covering import people
from tests.cast import District, build
from tests.officers.coverage_scene import (
    AT,
    MONDAY,
    Department,
    department,
    dispatcher,
    minimum,
    one_more,
    shift,
)
from tests.officers.covering import ZONE, moment, span

Queries = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def here(district: District) -> Department:
    """Two zones, one rule."""
    return department(district)


def said(found: list[Gap]) -> list[str]:
    """Gaps in words."""
    return [words.gap(gap, ZONE) for gap in found]


def week(here: Department) -> Week:
    """The week of 30 November."""
    return coverage.week(here.supervisor, MONDAY)


def whole_week(who: Officer, *without: str) -> None:
    """School days from 07:00 to 17:00."""
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri"):
        if day not in without:
            shift(who, f"{day} 07:00-{day} 17:00")


def test_a_shift_without_a_campus_counts_at_the_home_campus(here: Department) -> None:
    whole_week(here.certified, "Wed")
    assert said(week(here).gaps) == ["Wed 07:00–17:00 South: 0 of 1"]


def test_a_shift_elsewhere_counts_there(here: Department) -> None:
    whole_week(here.certified, "Wed")
    shift(here.certified, "Wed 07:00-Wed 17:00", here.other_campus)
    assert said(week(here).gaps) == ["Wed 07:00–17:00 South: 0 of 1"]


def test_a_cancelled_shift_and_an_uncertified_officer_cover_nothing(here: Department) -> None:
    whole_week(here.district.other_officer)
    gone = shift(here.certified, "Mon 07:00-Mon 17:00")
    type(gone).objects.filter(pk=gone.pk).update(status="cancelled")
    assert len(week(here).gaps) == 5


def test_a_certificate_that_ends_in_the_week_stops_counting_after_its_last_day(here: Department) -> None:
    whole_week(here.certified)
    Certification.objects.update(expires_on=date(2026, 12, 2))
    assert said(week(here).gaps) == ["Thu 07:00–17:00 South: 0 of 1", "Fri 07:00–17:00 South: 0 of 1"]


def test_a_license_that_ends_takes_the_certificate_with_it(here: Department) -> None:
    whole_week(here.certified)
    Officer.objects.filter(pk=here.certified.pk).update(license_expires_on=date(2026, 12, 3))
    assert said(week(here).gaps) == ["Fri 07:00–17:00 South: 0 of 1"]


@pytest.mark.parametrize(("status", "open_gaps"), [("approved", 1), ("requested", 0), ("withdrawn", 0)])
def test_only_approved_leave_takes_somebody_out(here: Department, status: str, open_gaps: int) -> None:
    whole_week(here.certified)
    away = span("Tue 00:00-Wed 00:00")
    row = {"agency": here.certified.agency, "officer": here.certified, "kind": "sick", "status": status}
    Leave.objects.create(starts_at=away.starts_at, ends_at=away.ends_at, **row)
    assert len(week(here).gaps) == open_gaps


def test_who_sits_in_a_class_does_not_cover(here: Department) -> None:
    whole_week(here.certified)
    agency, when = here.certified.agency, span("Thu 13:00-Thu 15:00")
    course = catalogue.install(agency)["3843"]
    lesson = TrainingSession.objects.create(
        agency=agency, course=course, place="A-101", starts_at=when.starts_at, ends_at=when.ends_at
    )
    Booking.objects.create(agency=agency, session=lesson, officer=here.certified, booked_by_id=here.supervisor.person)
    assert said(week(here).gaps) == ["Thu 13:00–15:00 South: 0 of 1"]


@pytest.mark.parametrize(
    ("changes", "open_gaps"),
    [
        ({"until": date(2026, 12, 1)}, 2),
        ({"from_day": date(2026, 12, 3)}, 2),
        ({"lifted_at": AT}, 0),
        ({"kind": "campus"}, 0),
    ],
)
def test_who_must_not_be_sent_to_any_call_does_not_cover(
    here: Department, changes: dict[str, Any], open_gaps: int
) -> None:
    whole_week(here.certified)
    row: dict[str, Any] = {
        "kind": "duty",
        "from_day": date(2026, 11, 1),
        "set_by_id": here.supervisor.person,
        **changes,
    }
    row["campus"] = here.other_campus if row["kind"] == "campus" else None
    Restriction.objects.create(agency=here.certified.agency, officer=here.certified, reason="Light duty", **row)
    assert len(week(here).gaps) == open_gaps


@pytest.mark.parametrize(("course", "open_gaps"), [("1850", 0), ("2120", 0), ("CPR", 1), ("", 1)])
def test_a_dispatcher_counts_with_the_course_of_the_desk_or_with_cit(
    here: Department, course: str, open_gaps: int
) -> None:
    CoverageRule.objects.all().update(active=False)
    minimum(here.south, name="Desk", group=None, position="dispatch", weekdays=[0])
    shift(dispatcher(here.district, course=course), "Mon 07:00-Mon 17:00", position="dispatch")
    one_more(here.district, 1)  # somebody could, so that the rule can be met
    Officer.objects.filter(call_sign="X-01").update(license="telecommunicator")
    assert len(week(here).gaps) == open_gaps


def test_the_desks_course_makes_no_cit_officer_on_patrol(here: Department) -> None:
    Certification.objects.update(course=catalogue.install(here.certified.agency)["2120"])
    whole_week(here.certified)
    assert week(here).reports[0].unmeetable


INSTANTS = [
    datetime(2024, 4, 30, 12, tzinfo=UTC),
    datetime(2024, 5, 1, 12, tzinfo=UTC),
    datetime(2026, 3, 1, 12, tzinfo=UTC),
    datetime(2026, 12, 3, 6, 59, tzinfo=UTC),
    datetime(2026, 12, 3, 7, 1, tzinfo=UTC),
]


@pytest.mark.parametrize("at", INSTANTS)
def test_spans_of_certificates_say_the_same_as_the_one_function(here: Department, at: datetime) -> None:
    Certification.objects.update(expires_on=date(2026, 12, 2))
    rows = people(here.certified.agency_id, Span(at, at + timedelta(minutes=1)), ZONE)
    mine = next(each for each in rows if each.key == here.certified.pk)
    held = any(valid.starts_at <= at < valid.ends_at for valid in mine.cit)
    assert held == crisis_status(here.certified.user_id, at).active


def test_a_stopped_rule_asks_nothing(here: Department) -> None:
    CoverageRule.objects.update(active=False)
    whole_week(here.certified, "Mon")
    assert week(here).reports == ()


def test_another_agency_is_neither_counted_nor_asked(here: Department) -> None:
    there = department(build("neighbor"))
    whole_week(there.certified)
    assert not week(here).planned
    assert [report.rule.key for report in week(here).reports] == [here.rule.pk]


def test_only_who_reads_coverage_reads_it(here: Department) -> None:
    officer = here.district.officer(here.certified)
    with pytest.raises(Forbidden):
        coverage.week(officer, MONDAY)
    with pytest.raises(Forbidden):
        coverage.now(officer, AT)
    assert coverage.week(here.district.dispatcher, MONDAY).monday == MONDAY


@pytest.mark.parametrize("more", [0, 12])
def test_a_week_of_any_size_costs_three_statements(
    here: Department, more: int, django_assert_num_queries: Queries
) -> None:
    for number in range(more):
        whole_week(one_more(here.district, number))
        minimum(here.south, name=f"Rule {number}")
    with django_assert_num_queries(3):
        coverage.week(here.supervisor, MONDAY)


@pytest.mark.parametrize("more", [0, 12])
def test_now_costs_two_statements_whatever_the_number_of_people(
    here: Department, more: int, django_assert_num_queries: Queries
) -> None:
    for number in range(more):
        shift(one_more(here.district, number), "Mon 07:00-Mon 17:00")
    with django_assert_num_queries(2):
        coverage.now(here.supervisor, moment("Mon 09:00"))


def test_an_agency_without_rules_is_asked_one_statement(here: Department, django_assert_num_queries: Queries) -> None:
    CoverageRule.objects.update(active=False)
    with django_assert_num_queries(1):
        assert coverage.now(here.supervisor, AT).warnings == []


def test_the_hours_ahead_hold_only_their_own_gaps(here: Department) -> None:
    whole_week(here.certified, "Tue")
    found = coverage.gaps_ahead(here.certified.agency_id, moment("Mon 08:00"), 24)
    assert said(found) == ["Tue 07:00–08:00 South: 0 of 1"]


def clock_in(who: Officer, at: datetime) -> None:
    """From now on the person is on the clock."""
    TimeEntry.objects.create(agency=who.agency, officer=who, clocked_in_at=at)


def test_who_is_planned_and_not_clocked_in_is_missing_now(here: Department) -> None:
    shift(here.certified, "Mon 07:00-Mon 17:00")
    found = coverage.now(here.supervisor, moment("Mon 08:00"))
    assert found.warnings == ["South: 0 of 1 CIT now"]
    assert [(each.have, each.need, each.ok) for each in found.standings] == [(0, 1, False)]
    clock_in(here.certified, moment("Mon 07:05"))
    found = coverage.now(here.supervisor, moment("Mon 08:00"))
    assert found.warnings == []
    assert [(each.have, each.ok) for each in found.standings] == [(1, True)]


def test_the_end_of_a_shift_is_warned_of_within_the_agencys_hours(here: Department) -> None:
    shift(here.certified, "Mon 07:00-Mon 15:00")
    clock_in(here.certified, moment("Mon 07:00"))
    assert coverage.now(here.supervisor, moment("Mon 10:00")).warnings == []
    assert coverage.now(here.supervisor, moment("Mon 11:30")).warnings == ["South: 0 of 1 CIT from 15:00"]
    RosterPolicy.objects.create(agency=here.certified.agency, warn_hours=6)
    assert coverage.now(here.supervisor, moment("Mon 10:00")).warnings == ["South: 0 of 1 CIT from 15:00"]


def test_who_stays_on_the_clock_counts_until_they_leave_it(here: Department) -> None:
    clock_in(here.certified, moment("Mon 07:00"))
    assert coverage.now(here.supervisor, moment("Mon 09:00")).warnings == []


def test_outside_the_hours_of_a_rule_nothing_is_said(here: Department) -> None:
    assert coverage.now(here.supervisor, moment("Sat 09:00")).warnings == []
    assert coverage.now(here.supervisor, moment("Sat 09:00")).standings == ()


def test_a_change_of_shifts_says_what_it_opens_and_nothing_older(here: Department) -> None:
    whole_week(here.certified, "Tue")
    mine = here.certified.shifts.get(starts_at=moment("Mon 07:00"))
    watch = coverage.watch(here.supervisor, span("Mon 00:00-Wed 00:00"))
    assert watch.opened() == []
    type(mine).objects.filter(pk=mine.pk).update(ends_at=moment("Mon 12:00"))
    assert watch.opened() == ["Mon 12:00–17:00 South: 0 of 1"]


def test_a_gap_that_grows_is_opened_and_one_that_shrinks_is_not(here: Department) -> None:
    minimum(here.south, name="Two", number=2, weekdays=[0])
    CoverageRule.objects.filter(pk=here.rule.pk).update(active=False)
    first = shift(here.certified, "Mon 07:00-Mon 17:00")
    watch = coverage.watch(here.supervisor, span("Mon 00:00-Tue 00:00"))
    type(first).objects.filter(pk=first.pk).update(status="cancelled")
    assert watch.opened() == ["Mon 07:00–17:00 South: 0 of 2"]
    after = coverage.watch(here.supervisor, span("Mon 00:00-Tue 00:00"))
    shift(one_more(here.district, 1), "Mon 07:00-Mon 17:00")
    assert after.opened() == []


def test_finding_cover_names_who_is_free_and_counts_the_others(here: Department) -> None:
    free = one_more(here.district, 1)
    shift(here.certified, "Mon 06:00-Mon 12:00")
    found = cover.cover(here.supervisor, here.rule, span("Mon 07:00-Mon 15:00"))
    assert [option.person.key for option in found.free] == [free.pk]
    assert {str(reason.value): number for reason, number in found.counts} == {"not_certified": 1, "on_shift": 1}


@pytest.mark.parametrize("more", [0, 12])
def test_finding_cover_costs_two_statements(here: Department, more: int, django_assert_num_queries: Queries) -> None:
    for number in range(more):
        whole_week(one_more(here.district, number))
    rule = minimums.rule(here.supervisor, here.rule.pk, "coverage.find_cover")
    with django_assert_num_queries(2):
        cover.cover(here.supervisor, rule, span("Mon 07:00-Mon 15:00"))


def test_the_next_gap_of_a_rule_is_no_longer_than_a_shift(here: Department) -> None:
    rule = minimums.rule(here.supervisor, here.rule.pk, "coverage.find_cover")
    RosterPolicy.objects.create(agency=here.certified.agency, max_shift_hours=8)
    assert cover.next_gap(here.supervisor, rule, moment("Sat 09:00")) == span("Mon+ 07:00-Mon+ 15:00")


def test_a_rule_of_another_agency_does_not_exist(here: Department) -> None:
    there = department(build("neighbor"))
    with pytest.raises(NotFound):
        minimums.rule(here.supervisor, there.rule.pk, "coverage.read")
    with pytest.raises(NotFound):
        cover.choice(here.supervisor, here.rule, there.certified.pk)


def test_somebody_of_another_zone_is_planned_at_a_campus_of_the_rules_zone(here: Department) -> None:
    rule = minimums.rule(here.supervisor, here.rule.pk, "coverage.find_cover")
    assert cover.choice(here.supervisor, rule, here.certified.pk)[1] is None
    Officer.objects.filter(pk=here.certified.pk).update(home_campus=here.other_campus)
    assert cover.choice(here.supervisor, rule, here.certified.pk)[1] == here.district.campus


def test_the_week_after_begins_on_monday() -> None:
    assert coverage.monday_after(date(2026, 11, 29)) == MONDAY
    assert coverage.monday_after(date(2026, 11, 30)) == date(2026, 12, 7)


def test_the_board_warns_beside_the_officers_and_stays_within_its_statements(here: Department) -> None:
    minimum(here.south, name="Always", weekdays=list(range(7)), starts=time(0), ends=time(0))
    client = Client()
    client.force_login(User.objects.get(pk=here.district.dispatcher.person))
    with CaptureQueriesContext(connection) as found:
        page = client.get("/board/").content.decode()
    assert "South: 0 of 1 CIT now" in page
    assert len(found) <= 20
    clock_in(here.certified, AT)
    cache.clear()
    assert "CIT now" not in client.get("/board/units/").content.decode()


def test_the_desks_of_an_agency_share_one_reckoning_and_no_other_agency_sees_it(
    here: Department, neighbor: District
) -> None:
    minimum(here.south, name="Always", weekdays=list(range(7)), starts=time(0), ends=time(0))
    first = coverage.watched(here.supervisor, AT)
    with CaptureQueriesContext(connection) as found:
        assert coverage.watched(here.supervisor, AT).warnings == first.warnings != []
    assert len(found) == 0
    assert coverage.watched(neighbor.supervisor, AT).warnings == []
