"""What a calendar's secret address opens: the shifts and classes of one person, and nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest

from officers.models import Booking, CalendarFeed, Officer, Shift
from officers.services.feeds import hash_of

PAST, FUTURE = timedelta(days=60), timedelta(days=400)
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Agenda:
    """One person's calendar. Cancelled entries are those that are still ahead."""

    officer: Officer
    shifts: list[Shift]
    bookings: list[Booking]


def by_secret(secret: str) -> Officer | None:
    """Whose address this is, while it has not ended and the person is on the roster."""
    digest = hash_of(secret)
    feed = (
        CalendarFeed.objects.select_related("officer__user", "officer__agency", "officer__home_campus")
        .filter(token_sha256=digest, ended_at__isnull=True, officer__active=True, officer__user__is_active=True)
        .first()
    )
    if feed is None or not compare_digest(feed.token_sha256, digest):
        return None
    return feed.officer


def agenda(officer: Officer, at: datetime) -> Agenda:
    """From two months ago to a year ahead."""
    span = {"starts_at__lt": at + FUTURE, "ends_at__gt": at - PAST}
    shifts = Shift.objects.filter(officer=officer.pk, **span).select_related("campus").order_by("starts_at", "pk")
    bookings = (
        Booking.objects.filter(officer=officer.pk, session__starts_at__lt=at + FUTURE, session__ends_at__gt=at - PAST)
        .select_related("session__course")
        .order_by("session__starts_at", "pk")
    )
    return Agenda(
        officer=officer,
        shifts=[each for each in shifts[:MOST] if each.status == "scheduled" or each.ends_at > at],
        bookings=[each for each in bookings[:MOST] if each.status != "cancelled" or each.session.ends_at > at],
    )
