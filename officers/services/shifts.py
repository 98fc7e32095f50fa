"""Planning one shift: who works when, as what, and where. Nobody is planned twice, away, unfit or beyond the limits."""

from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance, lock
from core.permissions import require
from officers.models import Campus, CoverRequest, Officer, Shift, ShiftTemplate
from officers.planning.local import span_on
from officers.planning.spans import Span
from officers.services.fitting import ahead, check, hold, overlap, span_of

OPEN_COVER = ("open", "accepted")


def plan(
    officer: Officer,
    *,
    actor: Actor,
    day: date,
    template: ShiftTemplate | None = None,
    starts: time | None = None,
    ends: time | None = None,
    position: str = "",
    campus: Campus | None = None,
    override_reason: str = "",
    at: datetime | None = None,
) -> Shift:
    """One shift on the agency's own clock, by a template or by its hours; an end not after the start is next day."""
    moment = at or clock.now()
    require(actor, "shift.plan", officer)
    span, work = _span(officer, day, template, starts, ends), _position(template, position)
    if span.ends_at <= moment:
        text = _("This shift would already be over.")
        raise BrokenRule(text, fields={"day": text})
    with transaction.atomic():
        limits = check(hold(officer), span, work, override_reason=override_reason)
        try:
            with transaction.atomic():
                shift = Shift.objects.create(
                    agency_id=officer.agency_id,
                    officer=officer,
                    position=work,
                    campus=campus,
                    template=template,
                    starts_at=span.starts_at,
                    ends_at=span.ends_at,
                    override_reason=override_reason,
                )
        except IntegrityError as error:
            raise overlap(error) from error
        facts = {"unit": officer.call_sign, "limits": limits, "override": override_reason}
        ledger.announce("shift.planned", record=shift, actor=actor, at=moment, facts=facts)
    return shift


def change(
    shift: Shift,
    *,
    actor: Actor,
    expected_version: int | None,
    day: date,
    starts: time,
    ends: time,
    position: str,
    campus: Campus | None = None,
    override_reason: str = "",
    at: datetime | None = None,
) -> Shift:
    """Other hours, another position or place for the same person. Somebody who agreed to take it agreed to less."""
    moment = at or clock.now()
    span = _span(shift.officer, day, None, starts, ends)
    with transaction.atomic():
        require(actor, "shift.change", shift)
        ahead(lock(shift), moment, begun=True)
        hold(shift.officer)
        limits = check(shift.officer, span, position, override_reason=override_reason, without=[shift.pk])
        try:
            changed = advance(
                shift,
                "change",
                actor=actor,
                expected_version=expected_version,
                at=moment,
                facts={"unit": shift.officer.call_sign, "limits": limits, "override": override_reason},
                starts_at=span.starts_at,
                ends_at=span.ends_at,
                position=position,
                campus=campus,
                override_reason=override_reason,
            )
        except IntegrityError as error:
            raise overlap(error) from error
        end_requests(shift, actor, moment)
    return changed


def hand_over(
    shift: Shift,
    *,
    actor: Actor,
    expected_version: int | None,
    officer: Officer,
    override_reason: str = "",
    at: datetime | None = None,
) -> Shift:
    """Somebody else works it, by the supervisor's word."""
    moment = at or clock.now()
    with transaction.atomic():
        require(actor, "shift.hand_over", shift)
        ahead(lock(shift), moment)
        if officer.pk == shift.officer_id:
            text = _("%(unit)s has this shift already.") % {"unit": officer.call_sign}
            raise BrokenRule(text, fields={"officer": text})
        limits = check(hold(officer), span_of(shift), shift.position, override_reason=override_reason)
        try:
            moved = give(shift, officer, actor, expected_version, moment, limits, override_reason)
        except IntegrityError as error:
            raise overlap(error) from error
        end_requests(shift, actor, moment)
    return moved


def give(
    shift: Shift,
    officer: Officer,
    actor: Actor,
    expected_version: int | None,
    at: datetime,
    limits: list[str],
    override_reason: str,
) -> Shift:
    """The move itself, once everything has been asked."""
    return advance(
        shift,
        "hand_over",
        actor=actor,
        expected_version=expected_version,
        at=at,
        facts={
            "unit": shift.officer.call_sign,
            "taker": officer.call_sign,
            "limits": limits,
            "override": override_reason,
        },
        officer=officer,
        override_reason=override_reason,
    )


def cancel(shift: Shift, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Shift:
    """The shift is not worked; its place in a rotation is not filled again."""
    moment = at or clock.now()
    with transaction.atomic():
        require(actor, "shift.cancel", shift)
        ahead(lock(shift), moment, begun=True)
        facts = {"unit": shift.officer.call_sign}
        moved = advance(shift, "cancel", actor=actor, expected_version=expected_version, at=moment, facts=facts)
        end_requests(shift, actor, moment)
    return moved


def end_requests(shift: Shift, actor: Actor, at: datetime) -> None:
    """Whoever asked about a shift that is no longer what it was is told no, and may ask again."""
    about = CoverRequest.objects.filter(Q(shift=shift.pk) | Q(offered=shift.pk), status__in=OPEN_COVER)
    for request in about.select_related("asked_by"):
        facts = {"unit": request.asked_by.call_sign}
        advance(request, "decline", actor=actor, expected_version=None, at=at, facts=facts, decided_by_id=actor.person)


def _span(officer: Officer, day: date, template: ShiftTemplate | None, starts: time | None, ends: time | None) -> Span:
    begin, end = (template.starts, template.ends) if template else (starts, ends)
    if begin is None or end is None:
        text = _("Choose a template, or give a start and an end.")
        raise BrokenRule(text, fields={"starts" if begin is None else "ends": text})
    return span_on(day, begin, end, officer.agency.zone)


def _position(template: ShiftTemplate | None, position: str) -> str:
    found = position or (template.position if template else "")
    if not found:
        text = _("Choose a position.")
        raise BrokenRule(text, fields={"position": text})
    return found
