"""Lookouts: issued for a time, ended by being located, cancelled, or by the clock."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor, system
from core.errors import BrokenRule
from core.moves import advance
from core.numbering import next_numbers
from core.permissions import require
from incidents.models import Incident, Lookout
from officers.models import Agency, Campus

BATCH = 50


def issue(
    agency: Agency,
    *,
    actor: Actor,
    kind: str,
    text: str,
    expires_in: int,
    campus: Campus | None = None,
    incident: Incident | None = None,
    at: datetime | None = None,
) -> Lookout:
    """Everybody on duty should watch for it, for `expires_in` minutes."""
    moment = at or clock.now()
    require(actor, "lookout.issue", agency)
    if incident is not None and incident.status not in (*incident.workflow.move("transfer").sources, "scheduled"):
        words = _("%(number)s is over.") % {"number": incident.number}
        raise BrokenRule(words, fields={"incident": words})
    with transaction.atomic():
        number = next_numbers(agency.pk, timezone.localtime(moment, agency.zone).year, "lookout")["lookout"]
        made = Lookout.objects.create(
            agency=agency,
            number=number,
            kind=kind,
            text=text,
            campus=campus or (incident.campus if incident else None),
            incident=incident,
            issued_by_id=actor.person,
            issued_at=moment,
            expires_at=moment + timedelta(minutes=expires_in),
        )
        facts = {"number": number, "kind": kind}
        ledger.announce("lookout.issued", record=made, actor=actor, at=moment, facts=facts)
    return made


def locate(lookout: Lookout, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Lookout:
    """Found."""
    return _end(lookout, "locate", actor, expected_version, at)


def cancel(lookout: Lookout, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Lookout:
    """Nobody has to watch for it any more."""
    return _end(lookout, "cancel", actor, expected_version, at)


def expire(at: datetime | None = None) -> int:
    """End those whose time is over, each once: what another worker holds or has ended is passed over."""
    moment, number = at or clock.now(), 0
    while ended := _expire_some(moment):
        number += ended
    return number


def _expire_some(at: datetime) -> int:
    with transaction.atomic():
        due = Lookout.objects.select_for_update(skip_locked=True, of=("self",)).filter(
            status="open", expires_at__lte=at
        )
        rows = list(due.order_by("expires_at")[:BATCH])
        for lookout in rows:
            _end(lookout, "expire", system(lookout.agency_id), lookout.version, at)
    return len(rows)


def _end(lookout: Lookout, move: str, actor: Actor, expected_version: int | None, at: datetime | None) -> Lookout:
    facts = {"number": lookout.number}
    moment = at or clock.now()
    return advance(lookout, move, actor=actor, expected_version=expected_version, at=moment, facts=facts)
