"""The telephones of the district and where they stand."""

import re
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Agency, Extension
from officers.services import place_rows
from officers.services.place_rows import Noun

NUMBER = re.compile(r"\d{2,12}", re.ASCII)
NOUN = Noun(
    "extension",
    "number",
    gettext_lazy("There is already an extension with this number. If it was withdrawn, restore or change it."),
)


def add(
    agency: Agency, *, actor: Actor, number: str, name: str, place: str, place_key: str, at: datetime | None = None
) -> Extension:
    """From now on a call from this number says where it comes from."""
    require(actor, place_rows.CODE)
    check(number)
    where = place_rows.placed(actor, place, place_key)
    return place_rows.create(NOUN, Extension(agency=agency, number=number, label=name, **where), actor, at)


def change(
    row: Extension,
    *,
    actor: Actor,
    expected_version: int | None,
    number: str,
    name: str,
    place: str,
    place_key: str,
    at: datetime | None = None,
) -> Extension:
    """The telephone moved, or was renumbered."""
    require(actor, place_rows.CODE, row)
    check(number)
    fields = {"number": number, "label": name, **place_rows.placed(actor, place, place_key)}
    return place_rows.change(NOUN, row, actor, expected_version, at, lambda _row: fields)


def withdraw(row: Extension, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Extension:
    """The number says nothing any more."""
    return place_rows.withdraw(NOUN, row, actor, expected_version, at)


def restore(row: Extension, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Extension:
    """The number says its place again."""
    return place_rows.restore(NOUN, row, actor, expected_version, at)


def check(number: str) -> None:
    """An extension is what a telephone shows: digits alone."""
    if not NUMBER.fullmatch(number):
        text = _("An extension has 2 to 12 digits and nothing else.")
        raise BrokenRule(text, fields={"number": text})
