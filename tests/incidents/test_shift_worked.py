"""How long somebody has worked and how they rested, from their clock."""

from datetime import datetime, timedelta

from incidents.ranking.shift import Worked, worked
from tests.cast import NOON


def ago(hours: float) -> datetime:
    return NOON - timedelta(hours=hours)


def test_who_is_not_clocked_in_has_no_shift() -> None:
    assert worked([], NOON) is None
    assert worked([(ago(9), ago(1))], NOON) is None
    assert worked([(ago(-1), None)], NOON) is None


def test_a_shift_begins_with_the_clock_and_the_rest_lies_before_it() -> None:
    assert worked([(ago(3), None)], NOON) == Worked(ago(3), None)
    assert worked([(ago(3), None), (ago(20), ago(12))], NOON) == Worked(ago(3), timedelta(hours=9))


def test_a_lunch_break_is_no_rest() -> None:
    assert worked([(ago(3), None), (ago(8), ago(4)), (ago(30), ago(22))], NOON) == Worked(ago(8), timedelta(hours=14))


def test_a_clock_time_of_the_past_is_read_as_it_was_then() -> None:
    assert worked([(ago(9), ago(1))], ago(2)) == Worked(ago(9), None)
