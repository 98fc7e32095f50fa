"""Leaving the roster and coming back: the row, what hangs on it and the log-in stay."""

from datetime import date, datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from officers.models import Officer, User
from officers.obligations import obligations
from officers.roles import Duty
from officers.rostering.rules import FIRST_DAY
from officers.services import duty
from officers.services.roster_rows import hold, refuse, save


def deactivate(
    officer: Officer, *, actor: Actor, expected_version: int | None, separated_on: date, at: datetime | None = None
) -> Officer:
    """The person leaves: off the clock, out of every list, logged out. Refused while something still binds them."""
    moment = at or clock.now()
    with transaction.atomic():
        held = hold(officer, "officer.deactivate", actor, expected_version)
        if not held.active:
            raise Conflict(_("%(unit)s has already left the roster.") % {"unit": held.call_sign})
        _may_leave(held, actor, separated_on, moment)
        if held.duty != Duty.OFF_DUTY:
            duty.clock_out(held, actor=actor, at=moment)
            held.refresh_from_db(fields=["duty", "duty_since"])
        held.active, held.separated_on = False, separated_on
        save(held, "active", "separated_on")
        _log_in(held.user_id, allowed=False)
        facts = {"unit": held.call_sign, "separated_on": separated_on.isoformat()}
        ledger.announce("officer.deactivated", record=held, actor=actor, at=moment, facts=facts)
    return held


def reactivate(
    officer: Officer, *, actor: Actor, expected_version: int | None, hired_on: date, at: datetime | None = None
) -> Officer:
    """The person is hired again: the same row, the same history, a new day of hire."""
    moment = at or clock.now()
    with transaction.atomic():
        held = hold(officer, "officer.reactivate", actor, expected_version)
        if held.active:
            raise Conflict(_("%(unit)s is on the roster already.") % {"unit": held.call_sign})
        left = held.separated_on
        if hired_on < (left or FIRST_DAY):
            refuse(
                {"hired_on": _("The new day of hire cannot lie before the day of leaving, %(day)s.") % {"day": left}}
            )
        held.active, held.separated_on, held.hired_on = True, None, hired_on
        save(held, "active", "separated_on", "hired_on")
        _log_in(held.user_id, allowed=True)
        facts = {"unit": held.call_sign, "hired_on": hired_on.isoformat(), "left_on": left and left.isoformat()}
        ledger.announce("officer.reactivated", record=held, actor=actor, at=moment, facts=facts)
    return held


def _may_leave(officer: Officer, actor: Actor, day: date, at: datetime) -> None:
    if officer.user_id == actor.id:
        raise BrokenRule(_("Nobody takes themselves off the roster. Ask another supervisor."))
    if day > at.astimezone(officer.agency.zone).date():
        refuse({"separated_on": _("The day of leaving cannot lie in the future: deactivating counts at once.")})
    if officer.hired_on and day < officer.hired_on:
        text = _("The day of leaving cannot lie before the day of hire, %(day)s.") % {"day": officer.hired_on}
        refuse({"separated_on": text})
    bound = obligations(officer)
    if bound:
        raise BrokenRule(_("%(bound)s Send somebody else first, then deactivate.") % {"bound": " ".join(bound)})


def _log_in(user_id: UUID, *, allowed: bool) -> None:
    User.objects.filter(pk=user_id).update(is_active=allowed)
    if allowed:
        return
    # A session that is only refused would open again with the next reactivation.
    for session in Session.objects.filter(expire_date__gt=clock.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user_id):
            session.delete()
