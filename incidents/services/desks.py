"""Desks and who sits at them: one person to a desk, one desk to a person."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.models import Desk, DeskTurn
from incidents.selectors import desks
from officers.models import Agency
from officers.services.versions import hold


def add(agency: Agency, *, actor: Actor, name: str, at: datetime | None = None) -> Desk:
    """A new desk."""
    desk = Desk(agency=agency, name=name.strip())
    require(actor, "desk.keep", desk)
    with transaction.atomic():
        _save(desk, new=True)
        ledger.announce("desk.added", record=desk, actor=actor, at=at or clock.now(), facts={"desk": desk.name})
    return desk


def change(
    desk: Desk, *, actor: Actor, expected_version: int | None, name: str, active: bool, at: datetime | None = None
) -> Desk:
    """Another name, or out of use; nobody is put out of their seat by it."""
    with transaction.atomic():
        held = hold(desk, expected_version)
        require(actor, "desk.keep", held)
        if not active and desks.turn_at(held) is not None:
            text = _("Somebody sits at this desk. Have them sign off first.")
            raise BrokenRule(text, fields={"active": text})
        held.name, held.active = name.strip(), active
        held.version += 1
        _save(held)
        facts = {"desk": held.name, "active": active}
        ledger.announce("desk.changed", record=held, actor=actor, at=at or clock.now(), facts=facts)
    return held


def _save(desk: Desk, *, new: bool = False) -> None:
    try:
        with transaction.atomic():
            desk.save(force_insert=new)
    except IntegrityError as error:
        text = _("There is already a desk with this name.")
        raise BrokenRule(text, fields={"name": text}) from error


def sign_on(desk: Desk, *, actor: Actor, at: datetime | None = None) -> DeskTurn:
    """Sit down at a free desk; a second time finds you there."""
    moment = at or clock.now()
    require(actor, "desk.sign_on", desk)
    with transaction.atomic():
        held = hold(desk, None)
        mine = desks.current_turn(actor)
        if mine is not None and mine.desk_id == held.pk:
            return mine
        _check_free(held, mine)
        turn = _sit(held, actor, moment, None)
        ledger.announce("desk.signed_on", record=turn, actor=actor, at=moment, facts={"desk": held.name})
    return turn


def _check_free(desk: Desk, mine: DeskTurn | None) -> None:
    if not desk.active:
        raise BrokenRule(_("This desk is not in use."))
    if mine is not None:
        raise Conflict(_("You sit at %(desk)s. Sign off there first.") % {"desk": mine.desk.name})
    there = desks.turn_at(desk)
    if there is not None:
        text = _("%(name)s sits at %(desk)s. Take it over if they have left.")
        raise Conflict(text % {"name": there.user.name, "desk": desk.name})


def _sit(desk: Desk, actor: Actor, at: datetime, before: DeskTurn | None) -> DeskTurn:
    try:
        with transaction.atomic():
            return DeskTurn.objects.create(
                agency_id=desk.agency_id, desk=desk, user_id=actor.person, began_at=at, taken_over_from=before
            )
    except IntegrityError as error:
        # The same person signed on at another desk in the same second: the database keeps the first.
        raise Conflict(_("You have just signed on somewhere else. Look at the desks again.")) from error


def sign_off(turn: DeskTurn, *, actor: Actor, note: str = "", at: datetime | None = None) -> DeskTurn:
    """Leave, with a note for who comes next; a second time finds you gone."""
    moment = at or clock.now()
    require(actor, "desk.sign_off", turn)
    with transaction.atomic():
        held = DeskTurn.objects.select_for_update(of=("self",)).select_related("desk").get(pk=turn.pk)
        if held.signed_off:
            return held
        if held.ended_at is not None:
            raise Conflict(_("This desk was taken over from you. Your note can be written in the shift log."))
        facts = desks.carried(actor, held).numbers | {"desk": held.desk.name}
        held.ended_at, held.signed_off, held.note = moment, True, note
        held.save(update_fields=["ended_at", "signed_off", "note"])
        ledger.announce("desk.signed_off", record=held, actor=actor, at=moment, facts=facts)
    return held


def take_over(desk: Desk, *, actor: Actor, turn: UUID, at: datetime | None = None) -> DeskTurn:
    """Go on at the desk of somebody who has left it: their turn ends, what the desk handles stays with it."""
    moment = at or clock.now()
    require(actor, "desk.take_over", desk)
    with transaction.atomic():
        held = hold(desk, None)
        mine = desks.current_turn(actor)
        if mine is not None and mine.desk_id == held.pk:
            return mine
        if mine is not None:
            raise Conflict(_("You sit at %(desk)s. Sign off there first.") % {"desk": mine.desk.name})
        theirs = DeskTurn.objects.select_for_update(of=("self",)).filter(desk=held, ended_at__isnull=True).first()
        if theirs is None or theirs.pk != turn:
            raise Conflict(_("Somebody else sits there now, or nobody does. Look at the desks again."))
        facts = desks.carried(actor, theirs).numbers | {"desk": held.name}
        theirs.ended_at = moment
        theirs.save(update_fields=["ended_at"])
        fresh = _sit(held, actor, moment, theirs)
        ledger.announce("desk.taken_over", record=fresh, actor=actor, at=moment, facts=facts)
    return fresh
