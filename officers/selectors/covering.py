"""The roster as coverage reckons with it: one statement, whatever the number of people and shifts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import JSONObject

from officers.covering.facts import Person, Work
from officers.covering.times import FOREVER
from officers.models import Booking, Certification, Leave, Officer, Shift, TimeEntry
from officers.planning.local import DAY, days
from officers.planning.spans import Span
from officers.vocabulary import CourseCategory

SPAN = {"s": F("starts_at"), "e": F("ends_at")}
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class OnRoster:
    """One person, and whether they are on the clock."""

    person: Person
    clocked_in: bool


def people(agency_id: UUID, span: Span, zone: ZoneInfo, *, around: timedelta = NOTHING) -> list[Person]:
    """Everybody of the roster with their plan in this span; `around` also reads the shifts beside it."""
    return [row.person for row in _read(_roster(agency_id, span, around), zone)]


def on_duty_or_expected(agency_id: UUID, span: Span, zone: ZoneInfo) -> list[OnRoster]:
    """Only who is on the clock or has a shift in this span."""
    rows = _roster(agency_id, span, NOTHING).filter(Q(clocked_in=True) | Exists(_shifts(span)))
    return list(_read(rows, zone))


def _roster(agency_id: UUID, span: Span, around: timedelta) -> QuerySet[Any, Any]:
    wide = Span(span.starts_at - around, span.ends_at + around)
    clock = TimeEntry.objects.filter(officer=OuterRef("pk"), clocked_out_at__isnull=True)
    rows = Officer.objects.filter(agency=agency_id, active=True).annotate(clocked_in=Exists(clock))
    return rows.values(
        "pk",
        "call_sign",
        "license",
        "license_expires_on",
        "clocked_in",
        name=F("user__name"),
        home=F("home_campus__groups__group"),
        work=ArraySubquery(_shifts(wide).values(json=JSONObject(p="position", g=_group(), **SPAN))),
        certificates=ArraySubquery(_certificates(span)),
        on_leave=ArraySubquery(_leave(span).values(json=JSONObject(**SPAN))),
        classes=ArraySubquery(_classes(span)),
    ).order_by("call_sign")


def _shifts(span: Span) -> QuerySet[Shift]:
    mine = Shift.objects.filter(officer=OuterRef("pk"), status="scheduled")
    return mine.filter(starts_at__lt=span.ends_at, ends_at__gt=span.starts_at).order_by()


def _group() -> Case:
    """Where a shift counts: the group of its campus; without a campus, that of the home campus."""
    return Case(
        When(campus__isnull=True, then=F("officer__home_campus__groups__group")), default=F("campus__groups__group")
    )


def _certificates(span: Span) -> QuerySet[Certification, Any]:
    desk = Q(course__category=CourseCategory.TELECOM_CRISIS)
    rows = Certification.objects.filter(
        Q(course__crisis_intervention=True) | desk,
        Q(expires_on__isnull=True) | Q(expires_on__gte=span.starts_at.date() - DAY),
        user=OuterRef("user"),
        verified_at__lt=span.ends_at,
    )
    shown = JSONObject(
        first="completed_on", last="expires_on", verified="verified_at", crisis="course__crisis_intervention"
    )
    return rows.order_by().values(json=shown)


def _leave(span: Span) -> QuerySet[Leave]:
    mine = Leave.objects.filter(officer=OuterRef("pk"), status="approved")
    return mine.filter(starts_at__lt=span.ends_at, ends_at__gt=span.starts_at).order_by()


def _classes(span: Span) -> QuerySet[Booking, Any]:
    mine = Booking.objects.filter(officer=OuterRef("pk"), status="booked")
    near = mine.filter(session__starts_at__lt=span.ends_at, session__ends_at__gt=span.starts_at)
    return near.order_by().values(json=JSONObject(s="session__starts_at", e="session__ends_at"))


def _read(rows: QuerySet[Officer, Any], zone: ZoneInfo) -> Iterator[OnRoster]:
    for row in rows:
        valid = [
            (each, span) for each in row["certificates"] if (span := _valid(each, row["license_expires_on"], zone))
        ]
        person = Person(
            key=row["pk"],
            call_sign=row["call_sign"],
            license=row["license"],
            group=row["home"],
            name=row["name"],
            work=tuple(_work(each) for each in row["work"]),
            cit=tuple(span for each, span in valid if each["crisis"]),
            crisis_trained=tuple(span for _each, span in valid),
            leave=tuple(_span(each) for each in row["on_leave"]),
            classes=tuple(_span(each) for each in row["classes"]),
        )
        yield OnRoster(person, row["clocked_in"])


def _work(row: dict[str, Any]) -> Work:
    return Work(row["p"], _span(row), UUID(row["g"]) if row["g"] else None)


def _span(row: dict[str, Any]) -> Span:
    return Span(datetime.fromisoformat(row["s"]), datetime.fromisoformat(row["e"]))


def _valid(row: dict[str, Any], license_ends: date | None, zone: ZoneInfo) -> Span | None:
    """When a certificate counts: `officers.selectors.crisis` asks the same of one instant, and a test compares them."""
    earned = days(date.fromisoformat(row["first"]), 1, zone).starts_at
    begin = max(earned, datetime.fromisoformat(row["verified"]))
    last = date.fromisoformat(row["last"]) if row["last"] else None
    end = min(_end(last, zone), _end(license_ends, zone))
    return Span(begin, end) if begin < end else None


def _end(day: date | None, zone: ZoneInfo) -> datetime:
    return days(day, 1, zone).ends_at if day else FOREVER
