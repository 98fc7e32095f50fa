"""A roster file: looked at without a change, then taken whole, exactly as it was looked at, or not at all."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, csv_in, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.ledger import Entry
from core.permissions import require
from officers.models import Officer, User
from officers.roster_csv.columns import OPTIONAL, REQUIRED
from officers.roster_csv.plan import Plan, draw
from officers.roster_csv.rows import Row
from officers.selectors.roster_file import snapshot
from officers.services import roster_rows
from officers.services.roster_rows import only_once

MOST_BYTES = 1024 * 1024
MOST_ROWS = 2000


def check(content: bytes, *, actor: Actor) -> Plan:
    """What the file would change, and every row that keeps it from being taken."""
    require(actor, "officer.import")
    if len(content) > MOST_BYTES:
        raise _unfit(_("The file is larger than %(limit)d kB. Take it in parts.") % {"limit": MOST_BYTES // 1024})
    lines = csv_in.lines(content, required=REQUIRED, optional=OPTIONAL)
    if len(lines) > MOST_ROWS:
        raise _unfit(_("The file holds more than %(limit)d rows. Take it in parts.") % {"limit": MOST_ROWS})
    return draw(lines, snapshot(actor, lines))


def run(content: bytes, *, actor: Actor, digest: str, at: datetime | None = None) -> Plan:
    """Take the whole file. `digest` is that of the look before; when anything has changed since, nothing is done."""
    moment = at or clock.now()
    require(actor, "officer.import")
    with transaction.atomic(), only_once():
        # Every row is held, so that what is compared here is what is written.
        list(
            Officer.objects.select_for_update(no_key=True).filter(agency_id=actor.agency_id).order_by("pk").values("pk")
        )
        plan = check(content, actor=actor)
        if plan.bad:
            raise BrokenRule(_("Nothing was taken: %(count)d rows are wrong.") % {"count": len(plan.bad)})
        if plan.digest(content) != digest:
            raise Conflict(_("The roster has changed since you looked at this file. Look at it again, then take it."))
        entries = _write(plan, actor, moment, hashlib.sha256(content).hexdigest()[:12])
        if entries:
            ledger.announce_all(entries, actor=actor, at=moment)
    return plan


def _write(plan: Plan, actor: Actor, at: datetime, file: str) -> list[Entry]:
    entries = roster_rows.create(actor.agency_id, [(row.facts, row.newcomer) for row in plan.new], at, file)
    entries += [roster_rows.change(row.officer, _changes(row), file) for row in plan.changed if row.officer]
    _lead(plan, entries)
    return entries


def _changes(row: Row) -> dict[str, object]:
    return {told.name: row.facts[told.name] for told in row.differences if told.name in row.facts}


def _lead(plan: Plan, entries: list[Entry]) -> None:
    """Supervisors who came with the file are there only now."""
    led = [
        (row.leader, entry.record) for row, entry in zip((*plan.new, *plan.changed), entries, strict=True) if row.leader
    ]
    leaders = {user.email: user for user in User.objects.filter(email__in={address for address, _officer in led})}
    for address, officer in led:
        officer.supervisor = leaders[address]
        officer.save(update_fields=["supervisor"])


def _unfit(text: str) -> BrokenRule:
    return BrokenRule(text, fields={"file": text})
