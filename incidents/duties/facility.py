"""The clock of a facility that examines a person: not ours to keep, shown so that an officer can tell a family.

Its rule is data too: hours of the examination and of the hold, and the hour to which a hold is carried over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from incidents.duties.calendar import SchoolCalendar


@dataclass(frozen=True, slots=True)
class Hold:
    """By when a physician examines, when the hold ends by the hours alone, and when with the days of rest."""

    examined_by: datetime | None
    raw_end: datetime
    extended_end: datetime

    @property
    def extended(self) -> bool:
        """Whether days of rest carry it further."""
        return self.extended_end > self.raw_end


def hold(
    apprehended_at: datetime | None, presented_at: datetime, rule: Mapping[str, Any], calendar: SchoolCalendar
) -> Hold:
    """Waiting counts. What ends on a day of rest, or before the hour on the day after, goes on to that hour."""
    raw = presented_at.astimezone(UTC) + timedelta(hours=int(rule["hold_hours"]))
    exam = timedelta(hours=int(rule["exam_hours"]))
    examined = apprehended_at.astimezone(UTC) + exam if apprehended_at else None
    return Hold(examined, raw, _carried(raw, time.fromisoformat(str(rule["carried_to"])), calendar))


def _carried(raw: datetime, hour: time, calendar: SchoolCalendar) -> datetime:
    day = calendar.local(raw).date()
    if not calendar.is_business_day(day):
        following = next(calendar.business_days_after(day), None)
        return calendar.at(following, hour) if following else raw
    rested = not calendar.is_business_day(day - timedelta(days=1))
    return max(raw, calendar.at(day, hour)) if rested else raw
