"""How the rows about places are drawn: the words of each kind, and the cells of each row."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from officers.forms.coverage import DAYS
from officers.places import said
from officers.selectors.places_kept import KEPT, named

Words = str | Promise
TITLES: dict[str, Words] = {
    "aliases": gettext_lazy("Aliases"),
    "extensions": gettext_lazy("Extensions"),
    "premises": gettext_lazy("Premise notes"),
    "periods": gettext_lazy("Bell schedule"),
    "uses": gettext_lazy("Room use"),
}
NEW: dict[str, Words] = {
    "aliases": gettext_lazy("Add an alias"),
    "extensions": gettext_lazy("Add an extension"),
    "premises": gettext_lazy("Add a premise note"),
    "periods": gettext_lazy("Add a period"),
    "uses": gettext_lazy("Add a class in a room"),
}
# What a row holds under the name that its form gives it.
FIELDS = (
    "alias",
    "number",
    "kind",
    "text",
    "until",
    "campus",
    "weekdays",
    "starts",
    "ends",
    "period",
    "group",
    "adult",
    "people",
)
PLACE = gettext_lazy("Place")
HEADS: dict[str, tuple[Words, ...]] = {
    "aliases": (gettext_lazy("Alias"), PLACE),
    "extensions": (gettext_lazy("Extension"), gettext_lazy("Name of the telephone"), PLACE),
    "premises": (gettext_lazy("What to know"), gettext_lazy("Kind"), PLACE, gettext_lazy("Last day")),
    "periods": (gettext_lazy("Period"), gettext_lazy("Campus"), gettext_lazy("Days"), gettext_lazy("Hours")),
    "uses": (
        gettext_lazy("Class or group"),
        gettext_lazy("Adult"),
        pgettext_lazy("number", "People"),
        PLACE,
        gettext_lazy("Period"),
    ),
}


def tabs(kind: str) -> list[dict[str, Any]]:
    """The kinds, as links."""
    address = reverse("places")
    return [
        {"label": TITLES[noun], "url": f"{address}?kind={noun}", "current": noun == kind, "count": None}
        for noun in KEPT
    ]


def pager(kind: str, text: str) -> str:
    """What the links of the pages carry on."""
    query = QueryDict(mutable=True)
    query.update({"kind": kind, **({"q": text} if text else {})})
    return f"{query.urlencode()}&"


def place(row: Any) -> str:
    """What the row is about."""
    return said.label(named(row))


def line(noun: str, row: Any, *, keeps: bool) -> dict[str, Any]:
    """A row in the list: its first cell leads to its form for whoever keeps it."""
    cells = CELLS[noun](row)
    pairs = [
        {"head": head, "text": "–" if cell in ("", None) else cell}
        for head, cell in zip(HEADS[noun], cells, strict=True)
    ]
    url = reverse(f"{noun}_edit", args=[row.pk]) if keeps else ""
    return {"first": pairs[0], "cells": pairs[1:], "url": url, "active": row.active}


def moves(noun: str, row: Any) -> list[dict[str, Any]]:
    """The one button of a row that is there already."""
    name, label, tone = ("withdraw", _("Withdraw"), "danger") if row.active else ("restore", _("Restore"), "")
    url = reverse(f"{noun}_move", args=[row.pk])
    return [{"name": name, "label": label, "tone": tone, "url": url, "version": row.version}]


def days(weekdays: list[int]) -> str:
    """Mon, Tue, Wed."""
    return ", ".join(str(label) for number, label in DAYS if number in weekdays)


def hours(period: Any) -> str:
    """From when until when."""
    return f"{period.starts:%H:%M}–{period.ends:%H:%M}"


def _day(day: Any) -> str:
    return formats.date_format(day, "j M Y") if day else ""


CELLS: dict[str, Callable[[Any], tuple[Any, ...]]] = {
    "aliases": lambda row: (row.alias, place(row)),
    "extensions": lambda row: (row.number, row.label, place(row)),
    "premises": lambda row: (row.text, row.get_kind_display(), place(row), _day(row.until)),
    "periods": lambda row: (row.name, row.campus.name, days(row.weekdays), hours(row)),
    "uses": lambda row: (row.group, row.adult, row.people, place(row), f"{row.period.name}, {hours(row.period)}"),
}
