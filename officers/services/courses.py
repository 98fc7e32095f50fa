"""The agency's catalogue of courses. A course is never deleted: it is retired after a day."""

from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Course, CourseSubstitute, TrainingSession


def add(
    *,
    actor: Actor,
    number: str,
    title: str,
    category: str,
    hours: Decimal | None = None,
    provider: str = "",
    crisis_intervention: bool = False,
    valid_months: int | None = None,
    at: datetime | None = None,
) -> Course:
    """A new course; its number is what rules name, so it never changes."""
    require(actor, "course.keep")
    with transaction.atomic():
        course = _create(
            Course(
                agency_id=actor.agency_id,
                number=number,
                title=title,
                category=category,
                hours=hours,
                provider=provider,
                crisis_intervention=crisis_intervention,
                valid_months=valid_months,
            )
        )
        _announce("course.added", course, actor, at)
    return course


def change(
    course: Course,
    *,
    actor: Actor,
    expected_version: int | None,
    title: str,
    category: str,
    hours: Decimal | None = None,
    provider: str = "",
    crisis_intervention: bool = False,
    valid_months: int | None = None,
    at: datetime | None = None,
) -> Course:
    """Change what the course is from now on; certificates keep the hours and the end they were given."""
    with transaction.atomic():
        row = _locked(course, actor, expected_version)
        row.title, row.category, row.hours, row.provider = title, category, hours, provider
        row.crisis_intervention, row.valid_months = crisis_intervention, valid_months
        _save(row)
        _announce("course.changed", row, actor, at)
    return row


def retire(
    course: Course, *, actor: Actor, expected_version: int | None, retired_on: date, at: datetime | None = None
) -> Course:
    """The last day on which it can be completed; what was completed by then counts for ever."""
    with transaction.atomic():
        row = _locked(course, actor, expected_version)
        if row.retired_on is not None:
            raise Conflict(_("This course was retired on %(day)s already.") % {"day": row.retired_on})
        _no_class_after(row, retired_on)
        row.retired_on = retired_on
        _save(row)
        _announce("course.retired", row, actor, at, day=retired_on)
    return row


def substitute(
    course: Course, *, actor: Actor, substitute: Course, active: bool = True, at: datetime | None = None
) -> CourseSubstitute:
    """Say that another course counts wherever this one is asked for, or that it does so no more."""
    require(actor, "course.keep", course)
    if substitute.pk == course.pk:
        text = _("A course always counts for itself. Choose another one.")
        raise BrokenRule(text, fields={"substitute": text})
    with transaction.atomic():
        row, _made = CourseSubstitute.objects.update_or_create(
            agency_id=course.agency_id, course=course, substitute=substitute, defaults={"active": active}
        )
        _announce("course.substituted", course, actor, at, substitute=substitute.number)
    return row


def _locked(course: Course, actor: Actor, expected_version: int | None) -> Course:
    row = Course.objects.select_for_update(of=("self",)).get(pk=course.pk)
    require(actor, "course.keep", row)
    if expected_version is not None and row.version != expected_version:
        raise Conflict(
            _("This course was changed by someone else a moment ago. Look at it again before you change it.")
        )
    return row


def _no_class_after(course: Course, day: date) -> None:
    zone = course.agency.zone
    late = [
        starts.astimezone(zone).date()
        for starts in TrainingSession.objects.filter(course=course).values_list("starts_at", flat=True)
        if starts.astimezone(zone).date() > day
    ]
    if late:
        text = _("A class of it is planned on %(day)s. Retire it after that day.") % {"day": max(late)}
        raise BrokenRule(text, fields={"retired_on": text})


def _create(course: Course) -> Course:
    try:
        with transaction.atomic():
            course.save(force_insert=True)
    except IntegrityError as error:
        text = _("Course %(number)s is in the catalogue already.") % {"number": course.number}
        raise BrokenRule(text, fields={"number": text}) from error
    return course


def _save(course: Course) -> None:
    course.version += 1
    course.save()


def _announce(name: str, course: Course, actor: Actor, at: datetime | None, **more: object) -> None:
    facts = {"course": course.number, **more}
    ledger.announce(name, record=course, actor=actor, at=at or clock.now(), facts=facts)
