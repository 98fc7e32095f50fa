"""Passing an incident to another desk: offered with a note, theirs when they take it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.permissions import require
from incidents.models import Desk, Handover, Incident
from incidents.selectors.desks import current_desk


def offer(
    incident: Incident,
    *,
    actor: Actor,
    expected_version: int | None,
    to_desk: Desk,
    note: str,
    at: datetime | None = None,
) -> Handover:
    """Ask another desk to take it. One offer at a time; until it is taken the incident stays where it is."""
    moment = at or clock.now()
    require(actor, "incident.transfer", incident)
    with transaction.atomic():
        held = lock(incident)
        if expected_version is not None and held.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago."))
        _check(held, to_desk)
        made = Handover.objects.create(
            agency_id=held.agency_id,
            incident=held,
            from_desk_id=held.desk_id,
            to_desk=to_desk,
            note=note,
            by_id=actor.person,
            at=moment,
        )
        ledger.announce("incident.offered", record=held, actor=actor, at=moment, facts={"desk": to_desk.name})
    return made


def take(handover: Handover, *, actor: Actor, at: datetime | None = None) -> Handover:
    """Whoever sits at the desk takes it, with its number and its history."""
    moment = at or clock.now()
    with transaction.atomic():
        incident, held = _hold(handover)
        desk = current_desk(actor)
        if desk is None or desk.pk != held.to_desk_id:
            text = _("%(number)s is offered to %(desk)s. Sign on there to take it.")
            raise BrokenRule(text % {"number": incident.number, "desk": handover.to_desk.name})
        was = incident.desk.name if incident.desk else ""
        facts = {"desk": desk.name, "was": was}
        advance(incident, "transfer", actor=actor, expected_version=None, at=moment, facts=facts, desk=desk)
        held.taken_by_id, held.taken_at, held.ended_at = actor.person, moment, moment
        held.save(update_fields=["taken_by", "taken_at", "ended_at"])
    return held


def withdraw(handover: Handover, *, actor: Actor, at: datetime | None = None) -> Handover:
    """The offer is taken back or declined: the incident stays where it is."""
    moment = at or clock.now()
    require(actor, "handover.withdraw", handover)
    with transaction.atomic():
        incident, held = _hold(handover)
        held.ended_at = moment
        held.save(update_fields=["ended_at"])
        facts = {"desk": handover.to_desk.name}
        ledger.announce("incident.offer_withdrawn", record=incident, actor=actor, at=moment, facts=facts)
    return held


def _hold(handover: Handover) -> tuple[Incident, Handover]:
    """The incident first, as everybody else holds it, and then the offer while it is open."""
    incident = lock(handover.incident)
    held = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    if held.ended_at is None:
        return incident, held
    if held.taken_at is None:
        raise Conflict(_("This offer was withdrawn, or the incident has ended."))
    text = _("%(number)s was taken by %(desk)s already.")
    raise Conflict(text % {"number": incident.number, "desk": handover.to_desk.name})


def _check(incident: Incident, to_desk: Desk) -> None:
    if incident.status not in incident.workflow.move("transfer").sources:
        raise Conflict(_("This is not possible: the status is already “%s”.") % incident.get_status_display())
    if not to_desk.active or incident.desk_id == to_desk.pk:
        text = _("Choose another desk.")
        raise BrokenRule(text, fields={"to_desk": text})
    standing = incident.handovers.filter(ended_at__isnull=True).select_related("to_desk").first()
    if standing is not None:
        known = {"number": incident.number, "desk": standing.to_desk.name}
        raise Conflict(_("%(number)s is offered to %(desk)s already. Take that back first.") % known)
