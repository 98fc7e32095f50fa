"""The calendar that the clock cases were reckoned with by hand."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from incidents.duties import SchoolCalendar, Special, Term

ZONE = ZoneInfo("America/Denver")
HALF = time(12, 0)
BREAK = [date(2027, 3, day) for day in range(15, 20)]
HOLIDAYS = [
    date(2026, 9, 7),
    date(2026, 11, 26),
    date(2026, 11, 27),
    date(2026, 12, 25),
    date(2027, 1, 1),
    date(2027, 1, 18),
    date(2027, 5, 31),
]
CALENDAR = SchoolCalendar(
    ZONE,
    (
        Term(date(2026, 8, 12), date(2026, 12, 18), time(8, 0), time(15, 45)),
        Term(date(2027, 1, 6), date(2027, 5, 27), time(8, 15), time(15, 30)),
    ),
    {
        **{day: Special("holiday") for day in HOLIDAYS},
        **{day: Special("no_school") for day in (date(2026, 10, 12), *BREAK)},
        date(2026, 11, 25): Special("half_day", HALF),
        date(2026, 12, 18): Special("half_day", HALF),
        date(2027, 2, 6): Special("make_up", time(12, 30)),
    },
)


def wall(text: str) -> datetime:
    """An instant as the clock on the wall shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
