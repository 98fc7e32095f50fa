"""The district's calendar: as the clocks read it, and as its page lists it."""

from core.actors import Actor
from core.permissions import fetch, require
from incidents.duties import SchoolCalendar, Special, Term
from incidents.models import CalendarDay, SchoolTerm
from officers.models import Agency

MOST = 1000


def calendar(agency: Agency) -> SchoolCalendar:
    """Terms and special days that count now."""
    terms = SchoolTerm.objects.filter(agency=agency, withdrawn_at__isnull=True)[:MOST]
    days = CalendarDay.objects.filter(agency=agency, withdrawn_at__isnull=True)[:MOST]
    return SchoolCalendar(
        agency.zone,
        tuple(Term(term.first_day, term.last_day, term.opens_at, term.closes_at) for term in terms),
        {day.day: Special(day.kind, day.closes_at) for day in days},
    )


def agency(actor: Actor) -> Agency:
    """The agency whose calendar the actor may set."""
    require(actor, "school_calendar.set")
    return Agency.objects.get(pk=actor.agency_id)


def terms(actor: Actor) -> list[SchoolTerm]:
    """The terms that count."""
    require(actor, "school_calendar.set")
    return list(SchoolTerm.objects.filter(agency_id=actor.agency_id, withdrawn_at__isnull=True)[:MOST])


def days(actor: Actor) -> list[CalendarDay]:
    """The special days that count."""
    require(actor, "school_calendar.set")
    return list(CalendarDay.objects.filter(agency_id=actor.agency_id, withdrawn_at__isnull=True)[:MOST])


def day(actor: Actor, pk: object) -> CalendarDay:
    """One special day that the actor may take out."""
    found = fetch(CalendarDay.objects.all(), actor, pk)
    require(actor, "school_calendar.set", found)
    return found


def term(actor: Actor, pk: object) -> SchoolTerm:
    """One term that the actor may take out."""
    found = fetch(SchoolTerm.objects.all(), actor, pk)
    require(actor, "school_calendar.set", found)
    return found
