"""What counts and what does not, case by case, and the percentiles beside a reckoning by hand."""

from datetime import UTC, date, datetime, timedelta
from math import ceil
from typing import Any

import pytest

from core.errors import Forbidden
from incidents.models import Assignment, DeescalationRecord, Incident
from incidents.services import incidents as incident_services
from officers.roles import Role
from officers.selectors import actor_of
from outcomes import selectors
from outcomes.counts import Counts
from outcomes.period import Period
from referrals.models import Referral
from tests.cast import NOON, District, counselors, log_call, person
from tests.outcomes.stories import case, followed, unanswered

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "America/Denver")


def counted(district: District, period: Period = MARCH) -> Counts:
    """The whole agency in a period."""
    return selectors.counts(district.supervisor, period)[0]


@pytest.mark.parametrize(
    ("answers", "count", "expected"),
    [
        ({"primary_outcome": "emergency_detention"}, "detained", 1),
        ({"outcomes": ["emergency_detention"]}, "detained", 1),
        ({}, "detained", 0),
        ({"primary_outcome": "arrest_custody"}, "arrestable", 1),
        ({"arrestable_but_diverted": True}, "arrestable", 1),
        ({"arrestable_but_diverted": True}, "diverted", 1),
        ({"primary_outcome": "arrest_custody"}, "diverted", 0),
        ({"force_highest": 3, "force_reportable": True}, "force_reportable", 1),
        ({"force_highest": 3, "force_reportable": False}, "force_reportable", 0),
        ({"anyone_injured": True, "injuries": ["officer"]}, "officer_injured", 1),
        ({"anyone_injured": True, "injuries": ["officer"]}, "subject_injured", 0),
        ({"primary_outcome": "unfounded"}, "encounters", 0),
        ({}, "encounters", 1),
        ({}, "not_approved", 1),
    ],
)
def test_an_answer_counts_where_its_definition_says(
    answers: dict[str, Any], count: str, expected: int, district: District
) -> None:
    case(district, **answers)
    assert getattr(counted(district), count) == expected


@pytest.mark.parametrize(("state", "encounters"), [("draft", 0), ("returned", 0), ("submitted", 1), ("approved", 1)])
def test_only_a_filed_record_is_an_encounter(state: str, encounters: int, district: District) -> None:
    case(district)
    DeescalationRecord.objects.update(status=state)
    found = counted(district)
    assert (found.encounters, found.attended) == (encounters, encounters)
    assert found.not_approved == (1 if state == "submitted" else 0)


@pytest.mark.parametrize(("nature", "crisis"), [("suicidal_ideation", 1), ("medical", 0), ("follow_up_visit", 0)])
def test_a_medical_call_and_a_follow_up_are_no_crisis(nature: str, crisis: int, district: District) -> None:
    log_call(district, nature=nature)
    found = counted(district)
    assert (found.incidents, found.crisis) == (1, crisis)


def test_a_cancelled_incident_counts_and_a_second_call_is_a_call(district: District) -> None:
    incident = unanswered(district)
    incident_services.cancel(
        incident, actor=district.dispatcher, expected_version=None, close_reason="duplicate", at=NOON
    )
    found = counted(district)
    assert (found.calls, found.incidents, found.responses) == (1, 1, 0)


@pytest.mark.parametrize("number", [1, 2, 3, 9, 10, 11])
def test_percentiles_are_of_the_nearest_rank(number: int, district: District) -> None:
    seconds = [60 * (7 * place % 13 + 1) for place in range(number)]
    for place, response in enumerate(seconds):
        at = NOON + timedelta(hours=place)
        incident = unanswered(district, at=at)
        Incident.objects.filter(pk=incident.pk).update(first_on_scene_at=at + timedelta(seconds=response))
    ordered, found = sorted(seconds), counted(district)
    assert found.responses == number
    assert found.response_median_s == ordered[ceil(number * 0.5) - 1]
    assert found.response_p90_s == ordered[ceil(number * 0.9) - 1]


def test_who_was_not_certified_on_arrival_does_not_count_whatever_came_later(district: District) -> None:
    case(district, cit=True)
    Assignment.objects.update(cit_on_arrival=False)
    assert (counted(district).attended, counted(district).cit_on_scene) == (1, 0)


@pytest.mark.parametrize(
    ("ending", "loop", "expected"),
    [
        ("services_received", True, (1, 1, 1, 1)),
        ("services_received", False, (1, 1, 0, 1)),
        ("already_receiving", True, (1, 1, 1, 0)),
        ("declined_by_student", False, (1, 1, 0, 0)),
    ],
)
def test_a_referral_counts_by_how_it_ended_and_whether_its_loop_is_closed(
    ending: str, loop: bool, expected: tuple[int, ...], district: District
) -> None:
    team, (counselor,) = counselors(district, "Marigold")
    followed(case(district), team, counselor, ending, loop=loop)
    found = counted(district)
    assert (found.referrals_sent, found.referrals_ended, found.loops_closed, found.got_help) == expected


def test_two_referrals_of_one_case_are_two_and_belong_to_the_day_of_the_incident(district: District) -> None:
    team, (counselor,) = counselors(district, "Marigold")
    record = case(district)
    for _ in range(2):
        followed(record, team, counselor, "services_received", loop=False)
    Referral.objects.update(requested_at=NOON + timedelta(days=200))
    assert counted(district).referrals_sent == 2
    september = Period(date(2026, 9, 1), date(2026, 9, 30), "America/Denver")
    assert counted(district, september) == Counts()


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        (datetime(2026, 3, 1, 6, 59, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 1, 7, 0, tzinfo=UTC), 1),
        (datetime(2026, 4, 1, 5, 59, 59, tzinfo=UTC), 1),
        (datetime(2026, 4, 1, 6, 0, tzinfo=UTC), 0),
    ],
)
def test_a_period_begins_and_ends_at_midnight_of_the_district_on_either_side_of_the_clock_change(
    at: datetime, inside: int, district: District
) -> None:
    unanswered(district, at=at)
    assert counted(district).incidents == inside


@pytest.mark.parametrize("role", list(Role))
def test_each_role_reads_the_figures_or_is_refused(role: Role, district: District) -> None:
    actor = actor_of(person(district.campus.agency, "Topaz", role))
    reads = (
        lambda: selectors.counts(actor, MARCH),
        lambda: selectors.series(actor, MARCH),
        lambda: selectors.campuses(actor),
        lambda: selectors.earliest(actor, "UTC"),
    )
    for read in reads:
        if role in READERS:
            read()
        else:
            with pytest.raises(Forbidden):
                read()


READERS = (Role.SUPERVISOR, Role.DIRECTOR)


def test_the_earliest_day_is_the_districts_own(district: District) -> None:
    assert selectors.earliest(district.supervisor, "America/Denver") is None
    unanswered(district, at=datetime(2026, 3, 1, 6, 59, tzinfo=UTC))
    assert selectors.earliest(district.supervisor, "America/Denver") == date(2026, 2, 28)
