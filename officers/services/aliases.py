"""What people type or say for a place."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Agency, PlaceAlias
from officers.places import words
from officers.services import place_rows
from officers.services.place_rows import Noun

NOUN = Noun(
    "place_alias", "alias", gettext_lazy("There is already such an alias. If it was withdrawn, restore or change it.")
)


def add(
    agency: Agency, *, actor: Actor, alias: str, place: str, place_key: str, at: datetime | None = None
) -> PlaceAlias:
    """From now on the alias is found before anything else."""
    require(actor, place_rows.CODE)
    check(alias)
    row = PlaceAlias(agency=agency, alias=alias, **place_rows.placed(actor, place, place_key))
    return place_rows.create(NOUN, row, actor, at)


def change(
    row: PlaceAlias,
    *,
    actor: Actor,
    expected_version: int | None,
    alias: str,
    place: str,
    place_key: str,
    at: datetime | None = None,
) -> PlaceAlias:
    """Another word, or another place."""
    require(actor, place_rows.CODE, row)
    check(alias)
    found = place_rows.placed(actor, place, place_key)
    return place_rows.change(NOUN, row, actor, expected_version, at, lambda _row: {"alias": alias, **found})


def withdraw(row: PlaceAlias, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> PlaceAlias:
    """It finds nothing any more."""
    return place_rows.withdraw(NOUN, row, actor, expected_version, at)


def restore(row: PlaceAlias, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> PlaceAlias:
    """It finds its place again."""
    return place_rows.restore(NOUN, row, actor, expected_version, at)


def check(alias: str) -> None:
    """An alias that holds no letter or digit could never be found."""
    if not words.squeeze(alias):
        text = _("An alias holds at least one letter or digit.")
        raise BrokenRule(text, fields={"alias": text})
