"""The geometry of the charts: titles that say the finding, numbers that do not cover one another."""

from datetime import date

import pytest
from django.utils.translation import override

from outcomes import charts
from outcomes.counts import Bucket


def month(number: int, crisis: int = 0, incidents: int = 0, half: float | None = None, nine: float | None = None):
    """One month of 2026."""
    return Bucket(date(2026, number, 1), incidents, crisis, half, nine)


def test_the_title_names_the_month_with_most_crisis_incidents() -> None:
    drawn = charts.incidents([month(1, 2, 5), month(2, 7, 9), month(3, 1, 1)], "month")
    assert drawn.title == "Most crisis incidents came in February 2026: 7"


def test_the_title_says_so_when_there_was_no_crisis_incident() -> None:
    assert charts.incidents([month(1, 0, 4)], "month").title == "No crisis incidents in this time"


def test_the_highest_month_fills_the_chart_and_the_others_follow_in_proportion() -> None:
    tall, low = charts.incidents([month(1, 10, 20), month(2, 5, 5)], "month").bars
    room = charts.HEIGHT - charts.TOP - charts.BOTTOM
    assert float(tall.crisis_height) + float(tall.other_height) == pytest.approx(room)
    assert float(low.crisis_height) == pytest.approx(room / 4)
    assert float(low.other_height) == 0


def test_months_without_any_incident_draw_nothing_and_divide_by_nothing() -> None:
    (bar,) = charts.incidents([month(1)], "month").bars
    assert (bar.crisis_height, bar.other_height) == ("0.0", "0.0")


def test_a_month_without_a_time_interrupts_the_line() -> None:
    half, _nine = charts.responses([month(1, half=60, nine=90), month(2), month(3, half=70, nine=95)], "month").lines
    assert len(half.marks) == 2
    assert half.stretches == []


def test_neighbors_with_times_are_joined() -> None:
    half, _nine = charts.responses([month(1, half=60, nine=90), month(2, half=70, nine=95)], "month").lines
    assert len(half.stretches) == 1


def test_two_close_last_numbers_stand_on_two_sides_of_their_points() -> None:
    half, nine = charts.responses([month(1, half=240, nine=245)], "month").lines
    assert (half.dy, nine.dy) == (charts.BELOW, charts.ABOVE)


def test_two_distant_last_numbers_stand_over_their_points() -> None:
    half, nine = charts.responses([month(1, half=60, nine=245)], "month").lines
    assert (half.dy, nine.dy) == (charts.ABOVE, charts.ABOVE)


def test_no_times_at_all_draw_an_empty_chart_with_a_title() -> None:
    drawn = charts.responses([month(1), month(2)], "month")
    assert drawn.title == "No response times in this time"
    assert [line.marks for line in drawn.lines] == [[], []]


def test_many_years_are_labelled_at_intervals() -> None:
    years = [Bucket(date(1999 + n, 1, 1), 1, 1, None, None) for n in range(25)]
    named = [bar.axis for bar in charts.incidents(years, "year").bars if bar.axis]
    assert named[0] == "1999"
    assert len(named) <= charts.MOST_LABELS + 1


def test_positions_are_written_with_a_point_in_every_language() -> None:
    with override("es"):
        drawn = charts.responses([month(1, half=61.5, nine=90.5)], "month")
    assert all("," not in mark.x + mark.y for line in drawn.lines for mark in line.marks)
