"""A file of aliases, extensions or room uses: looked at without a change, then taken whole, or not at all."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, csv_in, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.ledger import Entry
from core.permissions import require
from officers.models import Agency, Extension, PlaceAlias, RoomUse
from officers.places.importing import COLUMNS, Plan, Row, draw
from officers.selectors.places_file import snapshot
from officers.services import aliases, extensions, room_uses
from officers.services.place_rows import CODE, Noun

MOST_BYTES = 1024 * 1024
MOST_ROWS = 2000
TABLES: dict[str, tuple[type[PlaceAlias | Extension | RoomUse], Noun]] = {
    "aliases": (PlaceAlias, aliases.NOUN),
    "extensions": (Extension, extensions.NOUN),
    "uses": (RoomUse, room_uses.NOUN),
}


def check(content: bytes, *, noun: str, actor: Actor) -> Plan:
    """What the file would change, and every row that keeps it from being taken."""
    require(actor, CODE)
    if len(content) > MOST_BYTES:
        raise _unfit(_("The file is larger than %(limit)d kB. Take it in parts.") % {"limit": MOST_BYTES // 1024})
    required, optional = COLUMNS[noun]
    lines = csv_in.lines(content, required=required, optional=optional)
    if len(lines) > MOST_ROWS:
        raise _unfit(_("The file holds more than %(limit)d rows. Take it in parts.") % {"limit": MOST_ROWS})
    return draw(noun, lines, snapshot(actor, noun))


def run(content: bytes, *, noun: str, actor: Actor, digest: str, at: datetime | None = None) -> Plan:
    """Take the whole file. `digest` is that of the look before; when anything has changed since, nothing is done."""
    require(actor, CODE)
    moment = at or clock.now()
    with transaction.atomic():
        # Two imports at once follow one another, and what is compared here is what is written.
        Agency.objects.select_for_update(no_key=True).get(pk=actor.agency_id)
        plan = check(content, noun=noun, actor=actor)
        if plan.bad:
            raise BrokenRule(_("Nothing was taken: %(count)d rows are wrong.") % {"count": len(plan.bad)})
        if plan.digest(content) != digest:
            raise Conflict(_("Something has changed since you looked at this file. Look at it again, then take it."))
        entries = _write(noun, plan, actor)
        if entries:
            ledger.announce_all(entries, actor=actor, at=moment)
    return plan


def _write(noun: str, plan: Plan, actor: Actor) -> list[Entry]:
    model, named = TABLES[noun]
    try:
        with transaction.atomic():
            made = [_new(model, row, actor) for row in plan.new]
            changed = [_changed(model, row) for row in plan.changed]
    except IntegrityError as error:
        raise Conflict(_("Somebody entered one of these a moment ago. Look at the file again.")) from error
    added = [Entry(f"{named.name}.added", row, {}) for row in made]
    return added + [Entry(f"{named.name}.changed", row, {}) for row in changed]


def _new(model: type[Any], row: Row, actor: Actor) -> Any:
    return model.objects.create(agency_id=actor.agency_id, **row.fields)


def _changed(model: type[Any], row: Row) -> Any:
    """A withdrawn row that a file names counts again."""
    locked = model.objects.select_for_update().get(pk=row.pk)
    for name, value in {**row.fields, "active": True, "version": locked.version + 1}.items():
        setattr(locked, name, value)
    locked.save()
    return locked


def _unfit(text: str) -> BrokenRule:
    return BrokenRule(text, fields={"file": text})
