"""Leave: asked for by whole days of the agency, decided by a supervisor. Planned shifts stay until they are covered."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance
from core.permissions import require
from officers.models import Leave, Officer
from officers.planning.local import days
from officers.services.fitting import hold

LONGEST = 366
STANDING = ("requested", "approved")


def ask(
    officer: Officer,
    *,
    actor: Actor,
    kind: str,
    from_day: date,
    to_day: date,
    note: str = "",
    at: datetime | None = None,
) -> Leave:
    """From the first day to the last, both included; two requests of one person never overlap."""
    moment = at or clock.now()
    require(actor, "leave.ask", officer)
    length = (to_day - from_day).days + 1
    if not 1 <= length <= LONGEST:
        text = _("The last day must not be before the first, nor more than a year later.")
        raise BrokenRule(text, fields={"to_day": text})
    span = days(from_day, length, officer.agency.zone)
    with transaction.atomic():
        if not hold(officer).active:
            raise BrokenRule(_("%(unit)s is no longer on the roster.") % {"unit": officer.call_sign})
        same = Leave.objects.filter(officer=officer.pk, status__in=STANDING)
        if same.filter(starts_at__lt=span.ends_at, ends_at__gt=span.starts_at).exists():
            text = _("Leave has already been asked for on some of these days.")
            raise BrokenRule(text, fields={"from_day": text})
        leave = Leave.objects.create(
            agency_id=officer.agency_id,
            officer=officer,
            kind=kind,
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            note=note,
        )
        ledger.announce("leave.asked", record=leave, actor=actor, at=moment, facts={"unit": officer.call_sign})
    return leave


def approve(leave: Leave, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Leave:
    """From now on nobody plans into it; the shifts it meets are listed by `selectors.leave.to_cover`."""
    return _decide(leave, "approve", actor, expected_version, at)


def decline(leave: Leave, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Leave:
    """The supervisor says no."""
    return _decide(leave, "decline", actor, expected_version, at)


def withdraw(leave: Leave, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Leave:
    """It is not taken after all, whether it was decided or not."""
    facts = {"unit": leave.officer.call_sign}
    return advance(leave, "withdraw", actor=actor, expected_version=expected_version, at=at or clock.now(), facts=facts)


def _decide(leave: Leave, move: str, actor: Actor, expected_version: int | None, at: datetime | None) -> Leave:
    return advance(
        leave,
        move,
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"unit": leave.officer.call_sign},
        decided_by_id=actor.person,
    )
