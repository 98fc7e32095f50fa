"""The bell schedule of each campus. Periods may overlap, as two lunches do."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Agency, BellPeriod, Campus
from officers.services import place_rows
from officers.services.place_rows import Noun

NOUN = Noun(
    "bell_period",
    "name",
    gettext_lazy("This campus already has a period of this name. If it was withdrawn, restore or change it."),
)


def add(
    agency: Agency,
    *,
    actor: Actor,
    campus: Campus,
    name: str,
    weekdays: Sequence[int],
    starts: time,
    ends: time,
    at: datetime | None = None,
) -> BellPeriod:
    """From now on the campus's day has this period."""
    require(actor, place_rows.CODE)
    fields = checked(campus, name, weekdays, starts, ends)
    return place_rows.create(NOUN, BellPeriod(agency=agency, **fields), actor, at)


def change(
    row: BellPeriod,
    *,
    actor: Actor,
    expected_version: int | None,
    campus: Campus,
    name: str,
    weekdays: Sequence[int],
    starts: time,
    ends: time,
    at: datetime | None = None,
) -> BellPeriod:
    """Other hours, other days; the campus stays, since rooms of it are used in the period."""
    require(actor, place_rows.CODE, row)
    fields = checked(campus, name, weekdays, starts, ends)
    if campus.pk != row.campus_id:
        text = _("A period stays with its campus. Withdraw it here, and add it there.")
        raise BrokenRule(text, fields={"campus": text})
    return place_rows.change(NOUN, row, actor, expected_version, at, lambda _row: fields)


def withdraw(row: BellPeriod, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> BellPeriod:
    """The day has this period no longer."""
    return place_rows.withdraw(NOUN, row, actor, expected_version, at)


def restore(row: BellPeriod, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> BellPeriod:
    """The day has this period again."""
    return place_rows.restore(NOUN, row, actor, expected_version, at)


def checked(campus: Campus, name: str, weekdays: Sequence[int], starts: time, ends: time) -> dict[str, Any]:
    """The period as the row holds it; on at least one day, and not backwards."""
    if not weekdays:
        text = _("Choose at least one day.")
        raise BrokenRule(text, fields={"weekdays": text})
    if ends <= starts:
        text = _("The end must be after the start.")
        raise BrokenRule(text, fields={"ends": text})
    return {"campus": campus, "name": name, "weekdays": sorted(set(weekdays)), "starts": starts, "ends": ends}
