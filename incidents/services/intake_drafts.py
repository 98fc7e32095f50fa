"""A call while it is being taken: opened, saved as it is typed, and ended with nothing left in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict, NotFound
from core.permissions import require
from incidents.console_vocabulary import DraftEnd
from incidents.intake_typed import MOST_OPEN, bounded
from incidents.models import Draft, Incident


def take(
    *, actor: Actor, client_key: UUID, typed: Mapping[str, Any] | None = None, at: datetime | None = None
) -> Draft:
    """Begin to take a call; its clock runs from here. The same key again answers the draft already begun."""
    moment = at or clock.now()
    require(actor, "draft.take")
    mine = Draft.objects.filter(agency_id=actor.agency_id, owner=actor.id)
    earlier = mine.filter(client_key=client_key).first()
    if earlier is not None:
        return earlier
    if mine.filter(ended_at__isnull=True).count() >= MOST_OPEN:
        raise BrokenRule(_("%(number)s calls are open already. Log or discard one first.") % {"number": MOST_OPEN})
    return _begun(actor, client_key, bounded(typed or {}), moment)


def _begun(actor: Actor, client_key: UUID, typed: dict[str, Any], at: datetime) -> Draft:
    try:
        with transaction.atomic():
            return Draft.objects.create(
                agency_id=actor.agency_id,
                owner_id=actor.person,
                client_key=client_key,
                answered_at=at,
                saved_at=at,
                typed=typed,
            )
    except IntegrityError as error:
        # The same request twice in one moment, or a key that somebody else uses.
        mine = Draft.objects.filter(agency_id=actor.agency_id, owner=actor.id, client_key=client_key).first()
        if mine is None:
            raise NotFound(_("There is no such record.")) from error
        return mine


def save(draft: Draft, *, actor: Actor, step: int, typed: Mapping[str, Any], at: datetime | None = None) -> Draft:
    """Keep what is typed. A saving that was overtaken by a later one is left out, and nobody is told off for it."""
    moment = at or clock.now()
    require(actor, "draft.save", draft)
    fresh = Draft.objects.filter(pk=draft.pk, ended_at__isnull=True, step__lt=step)
    if fresh.update(typed=bounded(typed), step=step, saved_at=moment):
        draft.typed, draft.step, draft.saved_at = dict(typed), step, moment
        return draft
    draft.refresh_from_db()
    if draft.ended_at is not None:
        raise Conflict(_ended(draft))
    return draft


def discard(draft: Draft, *, actor: Actor, at: datetime | None = None) -> Draft:
    """Forget a call that was none. What was typed is gone; that it was discarded is kept."""
    moment = at or clock.now()
    with transaction.atomic():
        locked = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
        require(actor, "draft.discard", locked)
        if locked.ended_at is not None:
            if locked.ended_as == DraftEnd.DISCARDED:
                return locked
            raise Conflict(_ended(locked))
        _empty(locked, DraftEnd.DISCARDED, moment, None)
        ledger.announce("draft.discarded", record=locked, actor=actor, at=moment, facts={})
    return locked


def end(actor: Actor, client_key: UUID, ended_as: DraftEnd, incident: Incident, at: datetime) -> None:
    """Empty the draft that a call came of, in the caller's transaction; a call can come without one."""
    mine = Draft.objects.filter(agency_id=actor.agency_id, owner=actor.id, client_key=client_key)
    mine.update(typed={}, ended_at=at, ended_as=ended_as, incident=incident)


def _empty(draft: Draft, ended_as: DraftEnd, at: datetime, incident: Incident | None) -> None:
    draft.typed, draft.ended_at, draft.ended_as, draft.incident = {}, at, ended_as, incident
    draft.save(update_fields=["typed", "ended_at", "ended_as", "incident"])


def _ended(draft: Draft) -> object:
    return _("This call has ended: %(how)s.") % {"how": draft.get_ended_as_display()}
