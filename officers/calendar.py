"""One person's shifts and classes as an iCalendar file (RFC 5545).

Times are instants in UTC: they mean the same in every program, and a week with a change of the clock needs no rules
about zones to come back as it went out. Every entry keeps its UID for life, and SEQUENCE grows with each change.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from officers.models import Booking, Shift
from officers.selectors.feed import Agenda

PRODUCT = "-//CIT Dispatch//Shifts//EN"
REFRESH = timedelta(hours=1)


def written(agenda: Agenda) -> bytes:
    """The file, in the language of its owner; the same agenda always gives the same bytes."""
    with translation.override(agenda.officer.user.language):
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", _("Shifts of %(unit)s") % {"unit": agenda.officer.call_sign})
        calendar.add("x-wr-timezone", agenda.officer.agency.time_zone)
        calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
        for event in _events(agenda):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def changed_at(agenda: Agenda) -> datetime | None:
    """When anything in it changed last."""
    found = [_shift_changed(each) for each in agenda.shifts] + [_booking_changed(each) for each in agenda.bookings]
    return max(found, default=None)


def tag(content: bytes) -> str:
    """A strong ETag of the bytes."""
    return f'"{sha256(content).hexdigest()[:32]}"'


def _events(agenda: Agenda) -> Iterable[Event]:
    for shift in agenda.shifts:
        campus = shift.campus or agenda.officer.home_campus
        title = _("Shift: %(position)s") % {"position": shift.get_position_display()}
        yield _event(
            shift,
            shift.starts_at,
            shift.ends_at,
            title,
            campus.name,
            shift.status == "cancelled",
            _shift_changed(shift),
        )
    for booking in agenda.bookings:
        session = booking.session
        title = _("Class: %(course)s") % {"course": session.course}
        gone, changed = booking.status == "cancelled", _booking_changed(booking)
        yield _event(booking, session.starts_at, session.ends_at, title, session.place, gone, changed)


def _event(
    record: Any, starts: datetime, ends: datetime, title: str, place: str, cancelled: bool, changed: datetime
) -> Event:
    event = Event()
    event.add("uid", f"{record.pk}@cit-dispatch")
    event.add("dtstamp", changed.astimezone(UTC))
    event.add("last-modified", changed.astimezone(UTC))
    event.add("sequence", record.version - 1)
    event.add("dtstart", starts.astimezone(UTC))
    event.add("dtend", ends.astimezone(UTC))
    event.add("summary", title)
    event.add("location", place)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event


def _shift_changed(shift: Shift) -> datetime:
    return max(filter(None, (shift.created_at, shift.changed_at, shift.cancelled_at)))


def _booking_changed(booking: Booking) -> datetime:
    return max(filter(None, (booking.created_at, booking.ended_at)))
