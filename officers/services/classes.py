"""Classes of a course, and the seats in them."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance
from core.permissions import require
from officers.models import Booking, Certification, Course, Officer, TrainingSession
from officers.services import certifications
from officers.workflow import SEATED, BookingState


def plan(
    *,
    actor: Actor,
    course: Course,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    seats: int = 12,
    at: datetime | None = None,
) -> TrainingSession:
    """A class in the future, of a course that is still given then."""
    moment = at or clock.now()
    require(actor, "session.keep", course)
    _check_class(course, starts_at, ends_at, moment)
    with transaction.atomic():
        row = TrainingSession.objects.create(
            agency_id=course.agency_id, course=course, starts_at=starts_at, ends_at=ends_at, place=place, seats=seats
        )
        ledger.announce("session.planned", record=row, actor=actor, at=moment, facts={"course": course.number})
    return row


def book(officer: Officer, *, actor: Actor, session: TrainingSession, at: datetime | None = None) -> Booking:
    """A seat: while there is one, before the class begins, and at no time that is booked already."""
    moment = at or clock.now()
    require(actor, "booking.book", officer)
    with transaction.atomic():
        # Held, so that two desks cannot give away the last seat, nor book one person twice at once.
        Officer.objects.select_for_update(of=("self",)).get(pk=officer.pk)
        row = TrainingSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
        _check_person(officer, row)
        _check_seat(officer, row, moment)
        booking = _insert(officer, row, actor)
        _announce("booking.booked", booking, actor, moment)
    return booking


def attend(booking: Booking, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Booking:
    """The person came. Their completion is handed in with that, and waits to be verified."""
    moment = at or clock.now()
    with transaction.atomic():
        moved = _move(booking, "attend", actor, expected_version, moment)
        _complete(moved, actor, moment)
    return moved


def miss(booking: Booking, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Booking:
    """The person did not come."""
    return _move(booking, "miss", actor, expected_version, at or clock.now())


def cancel(booking: Booking, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Booking:
    """The seat is free again."""
    return advance(
        booking, "cancel", actor=actor, expected_version=expected_version, at=at or clock.now(), facts=_facts(booking)
    )


def _move(booking: Booking, name: str, actor: Actor, expected_version: int | None, at: datetime) -> Booking:
    require(actor, f"booking.{name}", booking)
    if booking.session.starts_at > at:
        raise BrokenRule(_("The class has not begun. Mark who came when it has."))
    return advance(booking, name, actor=actor, expected_version=expected_version, at=at, facts=_facts(booking))


def _check_class(course: Course, starts_at: datetime, ends_at: datetime, at: datetime) -> None:
    wrong: dict[str, object] = {}
    if ends_at <= starts_at:
        wrong["ends_at"] = _("The class ends before it begins.")
    if starts_at <= at:
        wrong["starts_at"] = _("A class is planned for the future.")
    if course.retired_on is not None and ends_at.astimezone(course.agency.zone).date() > course.retired_on:
        wrong["course"] = _("Course %(number)s was retired on %(day)s.") % {
            "number": course.number,
            "day": course.retired_on,
        }
    if wrong:
        raise BrokenRule(next(iter(wrong.values())), fields=wrong)


def _check_person(officer: Officer, session: TrainingSession) -> None:
    day = session.starts_at.astimezone(officer.agency.zone).date()
    if not officer.active or (officer.separated_on is not None and officer.separated_on < day):
        raise BrokenRule(_("%(unit)s is no longer on the roster then.") % {"unit": officer.call_sign})


def _check_seat(officer: Officer, session: TrainingSession, at: datetime) -> None:
    if session.starts_at <= at:
        raise BrokenRule(_("This class has begun."), fields={"session": _("This class has begun.")})
    own = Booking.objects.filter(officer=officer, status=BookingState.BOOKED).select_related("session__course")
    if any(each.session_id == session.pk for each in own):
        raise Conflict(_("%(unit)s has a seat in this class already.") % {"unit": officer.call_sign})
    both = own.filter(session__starts_at__lt=session.ends_at, session__ends_at__gt=session.starts_at).first()
    if both is not None:
        text = _("%(unit)s is booked for %(course)s at that time. Cancel that seat first.") % {
            "unit": officer.call_sign,
            "course": both.session.course.number,
        }
        raise BrokenRule(text, fields={"session": text})
    if session.bookings.filter(status__in=SEATED).count() >= session.seats:
        text = _("All %(seats)d seats of this class are taken. Choose another one.") % {"seats": session.seats}
        raise BrokenRule(text, fields={"session": text})


def _insert(officer: Officer, session: TrainingSession, actor: Actor) -> Booking:
    try:
        with transaction.atomic():
            return Booking.objects.create(
                agency_id=officer.agency_id, session=session, officer=officer, booked_by_id=actor.person
            )
    except IntegrityError as error:
        raise Conflict(_("%(unit)s has a seat in this class already.") % {"unit": officer.call_sign}) from error


def _complete(booking: Booking, actor: Actor, at: datetime) -> None:
    """Once: what was handed in for that day already is left as it is."""
    session, zone = booking.session, booking.agency.zone
    day = session.ends_at.astimezone(zone).date()
    has = Certification.objects.filter(
        user_id=booking.officer.user_id, course=session.course, completed_on=day, refused_at__isnull=True
    )
    if has.exists():
        return
    row = Certification.objects.create(
        agency_id=booking.agency_id,
        user_id=booking.officer.user_id,
        course=session.course,
        started_on=session.starts_at.astimezone(zone).date(),
        completed_on=day,
        hours=session.course.hours or _length(session),
        provider=session.course.provider,
        expires_on=certifications.ends_on(session.course, day),
    )
    facts = {"course": session.course.number, "unit": booking.officer.call_sign, "day": day}
    ledger.announce("certification.added", record=row, actor=actor, at=at, facts=facts)


def _length(session: TrainingSession) -> Decimal | None:
    """The hours of a class of one day; of a longer one the clock does not tell them."""
    length = session.ends_at - session.starts_at
    if length >= timedelta(hours=16):
        return None
    return (Decimal(int(length.total_seconds())) / 3600).quantize(Decimal("0.1"))


def _facts(booking: Booking) -> dict[str, object]:
    return {"course": booking.session.course.number, "unit": booking.officer.call_sign}


def _announce(name: str, booking: Booking, actor: Actor, at: datetime) -> None:
    ledger.announce(name, record=booking, actor=actor, at=at, facts=_facts(booking))
