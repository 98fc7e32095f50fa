"""How rows about places are added, changed, withdrawn and restored: one way for all of them, and never a deletion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import BellPeriod, Extension, PlaceAlias, PremiseNote, RoomUse
from officers.selectors import places
from officers.selectors.places import Place
from officers.services.versions import hold

CODE = "place.keep"
R = TypeVar("R", PlaceAlias, Extension, PremiseNote, BellPeriod, RoomUse)


@dataclass(frozen=True, slots=True)
class Noun:
    """What such a row is called in events, and what is said at which field when there is one already."""

    name: str
    field: str = ""
    taken: str | Promise = ""


def create(noun: Noun, row: R, actor: Actor, at: datetime | None) -> R:
    """Write a new row."""
    require(actor, CODE)
    with transaction.atomic():
        _save(noun, row, new=True)
        ledger.announce(f"{noun.name}.added", record=row, actor=actor, at=at or clock.now(), facts={})
    return row


def change(
    noun: Noun,
    row: R,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None,
    fields: Callable[[R], Mapping[str, Any]],
) -> R:
    """Write what `fields` makes of the row as it stands now."""
    with transaction.atomic():
        locked = hold(row, expected_version)
        require(actor, CODE, locked)
        for name, value in fields(locked).items():
            setattr(locked, name, value)
        _save(noun, locked)
        ledger.announce(f"{noun.name}.changed", record=locked, actor=actor, at=at or clock.now(), facts={})
    return locked


def withdraw(noun: Noun, row: R, actor: Actor, expected_version: int | None, at: datetime | None) -> R:
    """The row counts no longer; it stays in the list and can be restored."""
    return _turn(noun, row, actor, expected_version, at, active=False)


def restore(noun: Noun, row: R, actor: Actor, expected_version: int | None, at: datetime | None) -> R:
    """The row counts again."""
    return _turn(noun, row, actor, expected_version, at, active=True)


def placed(actor: Actor, text: str, key: str) -> dict[str, UUID | None]:
    """The place that was chosen, or that the text means beyond doubt; a place in words only is none here."""
    found = places.resolve(actor, key=key, text=text)
    if found is None:
        words = _("No one place is meant by “%(text)s”. Choose one of those that are offered.") % {"text": text}
        raise BrokenRule(words, fields={"place": words})
    return columns(found)


def columns(place: Place) -> dict[str, UUID | None]:
    """A place as a row about it holds it."""
    return {"campus_id": place.campus, "building_id": place.building, "room_id": place.room}


def _turn(noun: Noun, row: R, actor: Actor, expected_version: int | None, at: datetime | None, *, active: bool) -> R:
    with transaction.atomic():
        locked = hold(row, expected_version)
        require(actor, CODE, locked)
        if locked.active == active:
            raise Conflict(_("It already counts.") if active else _("It has already been withdrawn."))
        locked.active = active
        _save(noun, locked)
        event = f"{noun.name}.restored" if active else f"{noun.name}.withdrawn"
        ledger.announce(event, record=locked, actor=actor, at=at or clock.now(), facts={})
    return locked


def _save(noun: Noun, row: R, *, new: bool = False) -> None:
    try:
        with transaction.atomic():
            if not new:
                row.version += 1
            row.save(force_insert=new)
    except IntegrityError as error:
        raise BrokenRule(str(noun.taken), fields={noun.field: str(noun.taken)}) from error
