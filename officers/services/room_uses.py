"""Who is likely in a room during a period: a class and about how many, never a student."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Agency, BellPeriod, RoomUse
from officers.services import place_rows
from officers.services.place_rows import Noun

NOUN = Noun(
    "room_use",
    "place",
    gettext_lazy("This room already has a class in this period. If it was withdrawn, restore or change it."),
)


def add(
    agency: Agency,
    *,
    actor: Actor,
    period: BellPeriod,
    place: str,
    place_key: str,
    group: str,
    adult: str,
    people: int | None,
    at: datetime | None = None,
) -> RoomUse:
    """From now on the class is expected there."""
    require(actor, place_rows.CODE)
    fields = _fields(actor, period, place, place_key) | {"group": group, "adult": adult, "people": people}
    return place_rows.create(NOUN, RoomUse(agency=agency, **fields), actor, at)


def change(
    row: RoomUse,
    *,
    actor: Actor,
    expected_version: int | None,
    period: BellPeriod,
    place: str,
    place_key: str,
    group: str,
    adult: str,
    people: int | None,
    at: datetime | None = None,
) -> RoomUse:
    """Another class, or another room."""
    require(actor, place_rows.CODE, row)
    fields = _fields(actor, period, place, place_key) | {"group": group, "adult": adult, "people": people}
    return place_rows.change(NOUN, row, actor, expected_version, at, lambda _row: fields)


def withdraw(row: RoomUse, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> RoomUse:
    """The room is free in this period."""
    return place_rows.withdraw(NOUN, row, actor, expected_version, at)


def restore(row: RoomUse, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> RoomUse:
    """The class is expected there again."""
    return place_rows.restore(NOUN, row, actor, expected_version, at)


def _fields(actor: Actor, period: BellPeriod, place: str, place_key: str) -> dict[str, Any]:
    where = place_rows.placed(actor, place, place_key)
    if where["room_id"] is None or where["campus_id"] != period.campus_id:
        text = _("Choose a room of %(campus)s.") % {"campus": period.campus.name}
        raise BrokenRule(text, fields={"place": text})
    return {"period": period, "room_id": where["room_id"]}
