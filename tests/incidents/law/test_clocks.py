"""The clocks against cases reckoned by hand: weekends, holidays, half days, changes of the clock, ends of terms."""

import csv
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.errors import Undeclared
from incidents.duties import SchoolCalendar, due, hold, steps
from incidents.duties.clock import next_step
from tests.incidents.law.calendars import CALENDAR, ZONE, wall

FOLDER = Path(__file__).parent
ORAL = [{"length": 24, "unit": "clock_hours"}, {"before": "next_school_day"}]
RULES: dict[str, dict[str, Any]] = {
    "same_day": {"length": 0, "unit": "calendar_days"},
    "before": {"before": "next_school_day"},
    "oral": {"earlier_of": ORAL},
    "later": {"later_of": ORAL},
    **{f"{hours}h": {"length": hours, "unit": "clock_hours"} for hours in (12, 24)},
    **{f"{days}d": {"length": days, "unit": "calendar_days"} for days in (7, 30)},
    **{f"{days}sd": {"length": days, "unit": "school_days"} for days in (1, 5, 10)},
    **{f"{days}bd": {"length": days, "unit": "business_days"} for days in (1, 3, 10)},
}
FACILITY = {"exam_hours": 12, "hold_hours": 48, "carried_to": "16:00"}


def cases(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / name).read_text().splitlines()))


@pytest.mark.parametrize("row", cases("clock_cases.csv"), ids=lambda row: row["case"])
def test_it_is_due_when_the_hand_reckoned(row: dict[str, str]) -> None:
    found = due(wall(row["start"]), RULES[row["rule"]], CALENDAR)
    assert found.at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M") == row["due"]
    assert found.assumed == bool(row["assumed"])


@pytest.mark.parametrize("row", cases("facility_cases.csv"), ids=lambda row: row["case"])
def test_the_clock_of_the_facility_is_carried_over_days_of_rest(row: dict[str, str]) -> None:
    found = hold(wall(row["apprehended"]), wall(row["presented"]), FACILITY, CALENDAR)
    assert found.examined_by is not None
    shown = [at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M") for at in (found.raw_end, found.extended_end)]
    assert shown == [row["raw"], row["extended"]]
    assert found.examined_by.astimezone(ZONE).strftime("%Y-%m-%d %H:%M") == row["exam"]
    assert found.extended == (row["raw"] != row["extended"])


def test_without_any_term_every_working_day_counts_as_a_school_day() -> None:
    bare = SchoolCalendar(ZONE)
    assert due(wall("2026-10-02 15:00"), RULES["1sd"], bare).at == wall("2026-10-05 16:00")
    assert not due(wall("2026-10-02 15:00"), RULES["1sd"], bare).assumed


def test_warnings_come_at_half_three_quarters_and_all_of_the_time() -> None:
    start = wall("2026-10-06 10:00")
    minutes = [(percent, at - start) for percent, at in steps(start, start + timedelta(hours=4))]
    assert minutes == [(50, timedelta(hours=2)), (75, timedelta(hours=3)), (100, timedelta(hours=4))]


def test_each_warning_is_followed_by_the_next_and_the_last_by_none() -> None:
    start = wall("2026-10-06 10:00")
    end = start + timedelta(hours=4)
    found = [next_step(start, end, done) for done in (0, 50, 75, 100)]
    assert found == [start + timedelta(hours=2), start + timedelta(hours=3), end, None]


def test_a_fact_entered_after_its_time_warns_at_once_and_never_before_it_began() -> None:
    start = wall("2026-10-06 10:00")
    assert {at for _percent, at in steps(start, start - timedelta(hours=1))} == {start}


def test_a_rule_that_no_clock_knows_is_a_mistake_of_ours() -> None:
    with pytest.raises(Undeclared):
        due(wall("2026-10-06 10:00"), {"length": 3, "unit": "moons"}, CALENDAR)
