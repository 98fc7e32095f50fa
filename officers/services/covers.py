"""Cover and exchange: somebody asks, somebody takes, a supervisor approves, and the shifts change hands at once."""

from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.permissions import require
from officers.models import CoverRequest, Officer, Shift
from officers.services.fitting import check, hold, overlap, span_of
from officers.services.shifts import give


def ask(
    shift: Shift,
    *,
    actor: Actor,
    offered: Shift | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> CoverRequest:
    """Ask that somebody takes one's own shift; with `offered`, in exchange for that shift of a colleague."""
    moment = at or clock.now()
    require(actor, "cover.ask", shift)
    _still_ahead(shift, moment)
    if offered is not None:
        _exchangeable(shift, offered, moment)
    try:
        with transaction.atomic():
            request = CoverRequest.objects.create(
                agency_id=shift.agency_id, shift=shift, asked_by=shift.officer, offered=offered, reason=reason
            )
            facts = {"unit": shift.officer.call_sign}
            ledger.announce("cover.asked", record=request, actor=actor, at=moment, facts=facts)
    except IntegrityError as error:
        raise Conflict(_("Somebody has already been asked to take this shift.")) from error
    return request


def accept(
    request: CoverRequest, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> CoverRequest:
    """Take it, subject to approval. Two who press at once: the first has it, the second is told."""
    moment = at or clock.now()
    with transaction.atomic():
        require(actor, "cover.accept", request)
        taker = _own_row(actor)
        lock(request)
        _unchanged(request, moment)
        if request.offered is not None and request.offered.officer_id != taker.pk:
            raise BrokenRule(_("This exchange was offered to somebody else."))
        _check_both(request, taker, "")
        facts = {"unit": request.asked_by.call_sign, "taker": taker.call_sign}
        return advance(
            request, "accept", actor=actor, expected_version=expected_version, at=moment, facts=facts, taker=taker
        )


def approve(
    request: CoverRequest,
    *,
    actor: Actor,
    expected_version: int | None,
    override_reason: str = "",
    at: datetime | None = None,
) -> CoverRequest:
    """The shift, or both, change hands; what was true when it was accepted is asked again."""
    moment = at or clock.now()
    with transaction.atomic():
        require(actor, "cover.approve", request)
        held = _held(request)
        if held.taker is None:
            raise Conflict(_("Nobody has taken this shift yet."))
        _unchanged(held, moment)
        first, second = _check_both(held, held.taker, override_reason)
        facts = {"unit": held.asked_by.call_sign, "taker": held.taker.call_sign}
        done = advance(
            request,
            "approve",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts=facts | {"limits": sorted({*first, *second}), "override": override_reason},
            decided_by_id=actor.person,
        )
        _exchange(held, held.taker, actor, moment, (first, second), override_reason)
    return done


def decline(
    request: CoverRequest, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> CoverRequest:
    """The supervisor says no; everybody keeps their shift."""
    return advance(
        request,
        "decline",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"unit": request.asked_by.call_sign},
        decided_by_id=actor.person,
    )


def withdraw(
    request: CoverRequest, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> CoverRequest:
    """Whoever asked takes it back."""
    facts = {"unit": request.asked_by.call_sign}
    return advance(
        request, "withdraw", actor=actor, expected_version=expected_version, at=at or clock.now(), facts=facts
    )


def _held(request: CoverRequest) -> CoverRequest:
    """The request with its shifts as they are now, all held, in one order for everybody."""
    lock(request)
    held = CoverRequest.objects.select_related("asked_by", "taker").get(pk=request.pk)
    keys = [key for key in (held.shift_id, held.offered_id) if key]
    found = {shift.pk: shift for shift in Shift.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    held.shift = found[held.shift_id]
    held.offered = found[held.offered_id] if held.offered_id else None
    return held


def _check_both(request: CoverRequest, taker: Officer, reason: str) -> tuple[list[str], list[str]]:
    """Each is asked about what they get, without what they give."""
    for officer in sorted((taker, request.asked_by), key=lambda each: str(each.pk)):
        hold(officer)
    given, offered = request.shift, request.offered
    without = [offered.pk] if offered else []
    first = check(taker, span_of(given), given.position, override_reason=reason, without=without)
    if offered is None:
        return first, []
    back = request.asked_by
    return first, check(back, span_of(offered), offered.position, override_reason=reason, without=[given.pk])


def _exchange(
    request: CoverRequest,
    taker: Officer,
    actor: Actor,
    at: datetime,
    limits: tuple[list[str], list[str]],
    reason: str,
) -> None:
    """Two shifts that overlap each other may be exchanged: the database looks when both have moved."""
    try:
        _look("DEFERRED")
        give(request.shift, taker, actor, None, at, limits[0], reason)
        if request.offered is not None:
            give(request.offered, request.asked_by, actor, None, at, limits[1], reason)
        _look("IMMEDIATE")
    except IntegrityError as error:
        raise overlap(error) from error


def _look(when: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS shift_overlap {when}")


def _exchangeable(shift: Shift, offered: Shift, at: datetime) -> None:
    if offered.officer_id == shift.officer_id:
        text = _("Both shifts are yours: there is nothing to exchange.")
        raise BrokenRule(text, fields={"offered": text})
    _still_ahead(offered, at)


def _still_ahead(shift: Shift, at: datetime) -> None:
    if shift.status != "scheduled" or shift.starts_at <= at:
        raise Conflict(_("This shift has already begun or was cancelled."))


def _unchanged(request: CoverRequest, at: datetime) -> None:
    """What was asked for must still be there to give."""
    _still_ahead(request.shift, at)
    if request.offered is not None:
        _still_ahead(request.offered, at)
    gone = request.shift.officer_id != request.asked_by_id
    taken = request.offered is not None and request.taker is not None
    if gone or (taken and request.offered and request.offered.officer_id != request.taker_id):
        raise Conflict(_("The shift has changed hands since this was asked."))


def _own_row(actor: Actor) -> Officer:
    found = Officer.objects.filter(agency_id=actor.agency_id, user=actor.id).first()
    if found is None:
        raise BrokenRule(_("You have no row on the roster, so you cannot take shifts."))
    return found
