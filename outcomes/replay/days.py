"""Which day a row fell on, when the file tells only its month and weekday.

The rows are in order of arrival. A row with the month and weekday of the row before it belongs to the same day;
any other row belongs to the next such weekday of such a month. The first row falls on the first one from the start.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from outcomes.replay.rows import Row

START = date(2014, 1, 1)
DAY = timedelta(days=1)


def dated(rows: Iterable[Row], start: date = START) -> Iterator[tuple[Row, date]]:
    """Each row with its day; the days never go back."""
    day = start - DAY
    for row in rows:
        if day < start or (day.month, day.weekday()) != (row.month, row.weekday):
            day = _next(day, row)
        yield row, day


def _next(day: date, row: Row) -> date:
    """At most a year ahead: every month holds every weekday."""
    day += DAY
    while day.month != row.month:
        day = _first_of_next_month(day)
    while day.weekday() != row.weekday:
        day += DAY
    return day if day.month == row.month else _next(day, row)


def _first_of_next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
