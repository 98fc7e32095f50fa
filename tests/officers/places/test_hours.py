"""The bell schedule at a minute: ends belong to what follows, and overlapping lunches are told apart by the room."""

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from officers.places import told
from officers.places.hours import Period, Present, Use, present, running

FIRST = Period(UUID(int=1), "Period 1", range(5), time(8), time(8, 50))
SECOND = Period(UUID(int=2), "Period 2", range(5), time(8, 50), time(9, 40))
LUNCH_A = Period(UUID(int=3), "Lunch A", range(5), time(11, 30), time(12))
LUNCH_B = Period(UUID(int=4), "Lunch B", range(5), time(11, 30), time(12, 30))
DAY = [SECOND, LUNCH_B, LUNCH_A, FIRST]
WEDNESDAY = 4


def wall(hour: int, minute: int, day: int = WEDNESDAY) -> datetime:
    """A minute of March 2026 on the agency's clock."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("America/Denver"))


@pytest.mark.parametrize(
    ("hour", "minute", "names"),
    [
        (7, 59, []),
        (8, 0, ["Period 1"]),
        (8, 49, ["Period 1"]),
        (8, 50, ["Period 2"]),
        (9, 40, []),
        (11, 45, ["Lunch A", "Lunch B"]),
        (12, 15, ["Lunch B"]),
    ],
)
def test_what_runs_at_a_minute(hour: int, minute: int, names: list[str]) -> None:
    assert [each.name for each in running(DAY, wall(hour, minute))] == names


def test_nothing_runs_on_a_day_without_school() -> None:
    assert running(DAY, wall(8, 30, day=7)) == []


def test_the_period_with_a_class_in_the_room_is_meant() -> None:
    use = Use(LUNCH_B.key, "Second lunch")
    assert present(DAY, [use], wall(11, 45)) == [Present(LUNCH_B, use)]


def test_without_a_class_the_period_alone_is_said() -> None:
    assert present(DAY, [], wall(11, 45)) == [Present(LUNCH_A, None)]
    assert present(DAY, [Use(FIRST.key, "Art")], wall(7, 0)) == []


@pytest.mark.parametrize(
    ("use", "words"),
    [
        (Use(FIRST.key, "Art, grade 9", "Mr. Plum", 22), "Art, grade 9, Mr. Plum, about 22 people"),
        (Use(FIRST.key, "Office hour", "Mr. Plum", 1), "Office hour, Mr. Plum, about 1 person"),
        (Use(FIRST.key, "Study hall"), "Study hall"),
        (None, "Nobody is planned here now"),
    ],
)
def test_who_is_there_in_words(use: Use | None, words: str) -> None:
    assert told.who(use) == words


def test_until_when_in_words() -> None:
    assert told.until(Present(SECOND, None)) == "until 09:40"
