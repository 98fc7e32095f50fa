"""Every figure against cases counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.errors import Forbidden, NotFound
from incidents.models import Incident
from incidents.services import duplicates
from outcomes import figures, selectors
from outcomes.period import Period
from outcomes.reports import report
from outcomes.small_cells import hidden_cells
from tests.cast import NOON, District, counselors
from tests.outcomes.stories import approve, case, followed, unanswered

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "America/Denver")
ASKED = {"since": MARCH.since, "until": MARCH.until, "campus": ""}


def told(district: District) -> dict[str, tuple[int | None, int | None, float | None]]:
    """Part, whole and value of each figure of March, as the supervisor reads them."""
    shown = report(district.supervisor, ASKED).figures
    return {figure.definition.key: (figure.part, figure.whole, figure.value) for figure in shown}


@pytest.fixture
def five_cases(district: District) -> District:
    """Five encounters, one medical call without a record, one call nobody went to."""
    team, (counselor,) = counselors(district, "Marigold")
    first = case(district, minutes=2, primary_outcome="emergency_detention", outcomes=["ref_counselor"])
    approve(first, district)
    followed(first, team, counselor, "services_received", loop=True)
    second = case(district, minutes=3, force_highest=3, force_reportable=True, arrestable_but_diverted=True)
    followed(second, team, counselor, "declined_by_student", loop=False)
    case(district, minutes=4, anyone_injured=True, injuries=["subject", "officer"])
    case(district, minutes=5, cit=False, primary_outcome="arrest_custody")
    case(district, minutes=11, primary_outcome="unfounded")
    unanswered(district)
    case(district, nature="medical", minutes=30)
    return district


def test_each_figure_is_what_the_hand_counts(five_cases: District) -> None:
    assert told(five_cases) == {
        "calls": (7, None, 7),
        "incidents": (7, None, 7),
        "crisis": (6, 7, 85.7),
        "response_median": (None, 5, 240.0),
        "response_p90": (None, 5, 660.0),
        "cit_on_scene": (4, 5, 80.0),
        "force": (1, 5, 20.0),
        "subject_injured": (1, 5, 20.0),
        "officer_injured": (1, 5, 20.0),
        "detained": (1, 5, 20.0),
        "diverted": (1, 2, 50.0),
        "referrals_sent": (2, None, 2),
        "referrals_ended": (2, 2, 100.0),
        "loops_closed": (1, 2, 50.0),
        "got_help": (1, 2, 50.0),
    }


def test_the_encounters_not_yet_approved_are_told(five_cases: District) -> None:
    shown = report(five_cases.supervisor, ASKED)
    assert (shown.encounters, shown.not_approved) == (5, 4)


def test_two_records_of_one_incident_are_one_encounter(district: District) -> None:
    record = case(district)
    type(record).objects.create(
        agency=record.agency,
        case_id=record.case_id,
        incident=record.incident,
        subject=record.subject,
        author=district.other_officer.user,
        status="submitted",
        force_highest=0,
        primary_outcome="resolved_with_support",
    )
    shown = report(district.supervisor, ASKED)
    assert (shown.encounters, told(district)["cit_on_scene"]) == (1, (1, 1, 100.0))


def test_nothing_counted_is_no_value_and_never_a_zero_rate(district: District) -> None:
    assert told(district)["force"] == (0, 0, None)
    assert told(district)["response_median"] == (None, 0, None)
    assert told(district)["calls"] == (0, None, 0)


def test_a_draft_is_not_an_encounter(district: District) -> None:
    record = case(district)
    type(record).objects.filter(pk=record.pk).update(status="draft")
    assert report(district.supervisor, ASKED).encounters == 0


def test_the_day_of_the_call_is_the_districts_own(district: District) -> None:
    unanswered(district, at=datetime(2026, 4, 1, 5, 59, tzinfo=UTC))
    unanswered(district, at=datetime(2026, 4, 1, 6, 1, tzinfo=UTC))
    unanswered(district, at=datetime(2026, 3, 1, 6, 59, tzinfo=UTC))
    assert told(district)["calls"] == (1, None, 1)
    buckets = selectors.series(district.supervisor, MARCH)
    assert [(bucket.begins_on, bucket.incidents) for bucket in buckets] == [(date(2026, 3, 1), 1)]


def test_what_was_merged_counts_as_one_incident_with_two_calls(district: District) -> None:
    goes_on, other = unanswered(district), unanswered(district)
    duplicates.merge(
        other, actor=district.dispatcher, expected_version=None, into=goes_on, merge_reason="same_event", at=NOON
    )
    assert (told(district)["calls"], told(district)["incidents"]) == ((2, None, 2), (1, None, 1))
    assert [bucket.incidents for bucket in selectors.series(district.supervisor, MARCH)] == [1]


def test_what_is_only_planned_has_not_happened(district: District) -> None:
    planned = unanswered(district)
    Incident.objects.filter(pk=planned.pk).update(status="scheduled", scheduled_for=NOON)
    assert told(district)["incidents"] == (0, None, 0)
    assert [bucket.incidents for bucket in selectors.series(district.supervisor, MARCH)] == [0]


def test_the_series_holds_empty_months_and_turns_to_years_when_long(district: District) -> None:
    case(district, minutes=4)
    case(district, at=NOON - timedelta(days=62), minutes=6)
    half_year = selectors.series(district.supervisor, Period(date(2025, 12, 1), date(2026, 4, 30), "UTC"))
    assert [(bucket.incidents, bucket.response_median_s) for bucket in half_year] == [
        (0, None),
        (1, 360.0),
        (0, None),
        (1, 240.0),
        (0, None),
    ]
    decade = selectors.series(district.supervisor, Period(date(2020, 5, 1), date(2026, 4, 30), "UTC"))
    assert [bucket.begins_on.year for bucket in decade] == list(range(2020, 2027))
    assert decade[-1].response_median_s == 240.0


def test_another_agency_counts_nothing_of_ours(five_cases: District, neighbor: District) -> None:
    assert {part or value for part, _, value in told(neighbor).values()} == {0, None}
    with pytest.raises(NotFound):
        report(neighbor.supervisor, {**ASKED, "campus": "OTHER"})


def test_only_supervisors_and_the_director_read_the_figures(five_cases: District) -> None:
    officer = five_cases.officer(five_cases.cit_officer)
    for actor in (five_cases.dispatcher, officer):
        with pytest.raises(Forbidden):
            report(actor, ASKED)
    for read in (selectors.campuses,):
        with pytest.raises(Forbidden):
            read(five_cases.dispatcher)
    assert report(five_cases.supervisor, ASKED).figures


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"a": 0, "b": 10, "c": 11}, set()),
        ({"a": 9, "b": 10, "c": 11}, {"a", "b"}),
        ({"a": 9, "b": 1, "c": 11}, {"a", "b"}),
        ({"a": 9, "b": 0, "c": 11}, {"a", "c"}),
        ({"a": 9, "b": 0, "c": 0}, {"a", "b"}),
        ({"a": 9}, {"a"}),
        ({}, set()),
    ],
)
def test_a_small_cell_is_hidden_and_so_is_one_that_would_tell_it(cells: dict[str, int], hidden: set[str]) -> None:
    assert hidden_cells(cells) == hidden


def test_a_campus_with_few_cases_shows_no_count_and_no_rate(five_cases: District) -> None:
    shown = report(five_cases.supervisor, {**ASKED, "campus": "AHS"})
    by_key = {figure.definition.key: figure for figure in shown.figures}
    assert by_key["force"].hidden
    assert (by_key["force"].part, by_key["force"].whole, by_key["force"].value) == (None, None, None)
    assert by_key["response_median"].hidden
    assert (shown.encounters, shown.series, shown.rows) == (None, [], [])


def test_a_split_that_hides_nothing_adds_up_to_the_whole(district: District) -> None:
    for minute in range(12):
        unanswered(district, at=NOON + timedelta(minutes=minute))
    whole, split = selectors.counts(district.supervisor, MARCH)
    assert whole.calls == 12
    assert figures.by_campus(split, "calls") == {"AHS": 12}
