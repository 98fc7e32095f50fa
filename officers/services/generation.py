"""Making the shifts of a term from the rotations: whatever can be made is made in one transaction, and never twice."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.ledger import Entry
from core.permissions import require
from officers.models import Agency, Shift
from officers.planning.local import day_of
from officers.selectors.generation import Planned, Term, term
from officers.services.fitting import alone

LONGEST = timedelta(days=200)
MOST = 5_000


def generate(
    *, actor: Actor, from_day: date, to_day: date, override_reason: str = "", at: datetime | None = None
) -> Term:
    """The shifts from the first day to the last; what cannot be planned is left out and said."""
    moment = at or clock.now()
    require(actor, "shift.generate")
    check_term(actor.agency_id, from_day, to_day, moment)
    with transaction.atomic():
        alone(actor.agency_id)
        found = term(actor.agency_id, from_day, to_day, override_reason)
        if len(found.made) > MOST:
            text = _("These are %(number)d shifts. Choose a shorter term.") % {"number": len(found.made)}
            raise BrokenRule(text, fields={"to_day": text})
        made = Shift.objects.bulk_create([_shift(each, override_reason) for each in found.made])
        entries = [
            Entry("shift.planned", shift, _facts(each, override_reason))
            for shift, each in zip(made, found.made, strict=True)
        ]
        if entries:
            ledger.announce_all(entries, actor=actor, at=moment)
    return found


def preview(
    *, actor: Actor, from_day: date, to_day: date, override_reason: str = "", at: datetime | None = None
) -> Term:
    """The same without writing: what would be made, and what would not."""
    require(actor, "shift.generate")
    check_term(actor.agency_id, from_day, to_day, at or clock.now())
    return term(actor.agency_id, from_day, to_day, override_reason)


def check_term(agency_id: UUID, from_day: date, to_day: date, at: datetime) -> None:
    """A term begins today or later and is no longer than a school term."""
    if to_day < from_day or to_day - from_day > LONGEST:
        text = _("The last day must not be before the first, nor more than 200 days later.")
        raise BrokenRule(text, fields={"to_day": text})
    if from_day < day_of(at, Agency.objects.get(pk=agency_id).zone):
        text = _("This day is over: shifts are planned from today on.")
        raise BrokenRule(text, fields={"from_day": text})


def _shift(each: Planned, override_reason: str) -> Shift:
    limited = any(found.needs_reason for found in each.objections)
    return Shift(
        agency_id=each.member.agency_id,
        officer=each.officer,
        position=each.template.position,
        campus=each.member.campus,
        template=each.template,
        member=each.member,
        rotation_day=each.place.day,
        starts_at=each.place.span.starts_at,
        ends_at=each.place.span.ends_at,
        override_reason=override_reason if limited else "",
    )


def _facts(each: Planned, override_reason: str) -> dict[str, object]:
    limits = [found.code for found in each.objections]
    return {"unit": each.officer.call_sign, "limits": limits, "override": override_reason if limits else ""}
