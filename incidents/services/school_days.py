"""The district's calendar as people set it; a changed calendar counts for duties that begin after it."""

from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.models import CalendarDay, SchoolTerm
from officers.models import Agency


def add_term(
    agency: Agency,
    *,
    actor: Actor,
    name: str,
    first_day: date,
    last_day: date,
    opens_at: time,
    closes_at: time,
    at: datetime | None = None,
) -> SchoolTerm:
    """A stretch of school; two of them never overlap."""
    term = SchoolTerm(agency=agency, name=name, first_day=first_day, last_day=last_day)
    term.opens_at, term.closes_at = opens_at, closes_at
    require(actor, "school_calendar.set", term)
    if last_day < first_day or closes_at <= opens_at:
        field = "last_day" if last_day < first_day else "closes_at"
        raise BrokenRule(_("The end comes before the beginning."), fields={field: _("Choose a later one.")})
    with transaction.atomic():
        Agency.objects.select_for_update(of=("self",), no_key=True).get(pk=agency.pk)
        rows = SchoolTerm.objects.filter(agency=agency, withdrawn_at__isnull=True)
        if rows.filter(first_day__lte=last_day, last_day__gte=first_day).exists():
            raise Conflict(_("Another term has days of this one."))
        term.save(force_insert=True)
        _told("school_calendar.term_added", term, actor, at, first=str(first_day), last=str(last_day))
    return term


def add_day(
    agency: Agency,
    *,
    actor: Actor,
    day: date,
    kind: str,
    name: str,
    closes_at: time | None = None,
    at: datetime | None = None,
) -> CalendarDay:
    """A day unlike others; of a half day, when it ends."""
    found = CalendarDay(agency=agency, day=day, kind=kind, name=name, closes_at=closes_at)
    require(actor, "school_calendar.set", found)
    if kind == "half_day" and closes_at is None:
        raise BrokenRule(_("Say when the half day ends."), fields={"closes_at": _("Say when the half day ends.")})
    try:
        with transaction.atomic():
            found.save(force_insert=True)
            _told("school_calendar.day_added", found, actor, at, day=str(day), kind=kind)
    except IntegrityError as error:
        raise Conflict(_("This day is in the calendar already. Take it out first.")) from error
    return found


def withdraw(row: CalendarDay | SchoolTerm, *, actor: Actor, at: datetime | None = None) -> CalendarDay | SchoolTerm:
    """It counts no more; a second time changes nothing."""
    moment = at or clock.now()
    require(actor, "school_calendar.set", row)
    with transaction.atomic():
        changed = type(row)._default_manager.filter(pk=row.pk, withdrawn_at__isnull=True).update(withdrawn_at=moment)
        if changed:
            _told("school_calendar.withdrawn", row, actor, moment)
    return row


def _told(event: str, row: CalendarDay | SchoolTerm, actor: Actor, at: datetime | None, **facts: str) -> None:
    ledger.announce(event, record=row, actor=actor, at=at or clock.now(), facts=facts)
