"""Completions: handed in by the person or the coordinator, and counted once somebody else has verified them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import may, require
from officers.models import Certification, Course, Officer
from officers.services import files


def add(
    officer: Officer,
    *,
    actor: Actor,
    course: Course,
    completed_on: date,
    started_on: date | None = None,
    hours: Decimal | None = None,
    score: Decimal | None = None,
    provider: str = "",
    instructor: str = "",
    expires_on: date | None = None,
    file: Any = None,
    at: datetime | None = None,
) -> Certification:
    """Keep a completion. The coordinator's entry for somebody else is verified by that; everything else waits."""
    moment = at or clock.now()
    require(actor, "certification.add", officer)
    row = Certification(
        agency_id=officer.agency_id,
        user_id=officer.user_id,
        course=course,
        started_on=started_on,
        completed_on=completed_on,
        hours=course.hours if hours is None else hours,
        score=score,
        provider=provider or course.provider,
        instructor=instructor,
        expires_on=expires_on or ends_on(course, completed_on),
    )
    _check(row, course, moment.astimezone(officer.agency.zone).date())
    with transaction.atomic():
        if file:
            row.file = files.keep(file, actor=actor, agency_id=officer.agency_id)
        _keep(row)
        _announce("certification.added", row, officer, actor, moment)
        if may(actor, "certification.verify", row):
            _verify(row, officer, actor, moment)
    return row


def verify(certification: Certification, *, actor: Actor, at: datetime | None = None) -> Certification:
    """It counts from now on. Nobody verifies their own."""
    moment = at or clock.now()
    with transaction.atomic():
        row = _undecided(certification, actor, "certification.verify")
        _verify(row, officer_of(row), actor, moment)
    return row


def refuse(certification: Certification, *, actor: Actor, refusal: str, at: datetime | None = None) -> Certification:
    """It stays to be seen, with the reason, and never counts."""
    moment = at or clock.now()
    with transaction.atomic():
        row = _undecided(certification, actor, "certification.refuse")
        row.refused_at, row.refusal = moment, refusal
        row.save(update_fields=["refused_at", "refusal"])
        _announce("certification.refused", row, officer_of(row), actor, moment)
    return row


def officer_of(certification: Certification) -> Officer:
    """The row of the roster that a completion belongs to."""
    return Officer.objects.get(user_id=certification.user_id)


def ends_on(course: Course, completed_on: date) -> date | None:
    """The agency's policy: months after the completion."""
    if not course.valid_months:
        return None
    ends: date = completed_on + relativedelta(months=course.valid_months)
    return ends


def _check(row: Certification, course: Course, today: date) -> None:
    wrong: dict[str, object] = {}
    if row.completed_on > today:
        wrong["completed_on"] = _("A completion cannot lie in the future.")
    if course.retired_on is not None and row.completed_on > course.retired_on:
        wrong["course"] = _("Course %(number)s was retired on %(day)s. Earlier completions can still be handed in.") % {
            "number": course.number,
            "day": course.retired_on,
        }
    if row.started_on is not None and row.started_on > row.completed_on:
        wrong["started_on"] = _("It began after it was completed.")
    if row.expires_on is not None and row.expires_on < row.completed_on:
        wrong["expires_on"] = _("It ends before it was completed.")
    if wrong:
        raise BrokenRule(next(iter(wrong.values())), fields=wrong)
    same = Certification.objects.filter(user_id=row.user_id, course=course, completed_on=row.completed_on)
    _refuse_twice(same.filter(refused_at__isnull=True).first(), course)


def _refuse_twice(found: Certification | None, course: Course) -> None:
    if found is None:
        return
    names = {"number": course.number, "day": found.completed_on}
    if found.verified_at is not None:
        raise Conflict(_("%(number)s of %(day)s is there already, and verified.") % names)
    raise Conflict(_("%(number)s of %(day)s is there already, and waits to be verified.") % names)


def _keep(row: Certification) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("This completion was handed in a moment ago.")) from error


def _undecided(certification: Certification, actor: Actor, code: str) -> Certification:
    row = Certification.objects.select_for_update(of=("self",)).get(pk=certification.pk)
    require(actor, code, row)
    if row.verified_at is not None:
        raise Conflict(_("This completion is verified already."))
    if row.refused_at is not None:
        raise Conflict(_("This completion was refused already."))
    return row


def _verify(row: Certification, officer: Officer, actor: Actor, at: datetime) -> None:
    row.verified_at, row.verified_by_id = at, actor.person
    row.save(update_fields=["verified_at", "verified_by"])
    _announce("certification.verified", row, officer, actor, at)


def _announce(name: str, row: Certification, officer: Officer, actor: Actor, at: datetime) -> None:
    facts = {"course": row.course.number, "unit": officer.call_sign, "day": row.completed_on}
    ledger.announce(name, record=row, actor=actor, at=at, facts=facts)
