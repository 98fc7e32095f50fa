"""The rows of a record on its page: techniques as taps that keep their time, everything else as small forms."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.forms import BoundField
from django.utils import timezone

from incidents.encounter import Field, Kind, Section
from incidents.encounter.described import choices
from incidents.views.record_words import in_words

# These rows are tapped one by one; the others have columns that have to be filled.
TAPPED = frozenset({"techniques"})
LOCAL = "%Y-%m-%dT%H:%M"
INPUTS = {Kind.NUMBER: "number", Kind.WHEN: "datetime-local", Kind.WORDS: "text"}


def drawn(field: Field, bound: BoundField) -> dict[str, Any]:
    """What the template needs beside the question itself."""
    rows = [row for row in bound.value() or [] if isinstance(row, Mapping)]
    if field.name in TAPPED:
        return {"kept": json.dumps(rows), "used": [_used(field, row) for row in rows], "own_time": True}
    return {
        "rows": [_row(field, number, row) for number, row in enumerate(rows)],
        "spare": _row(field, len(rows), {}),
        "most": field.most,
    }


def quick(section: Section) -> list[dict[str, Any]]:
    """Taps that fill a whole row."""
    return [
        {
            "id": f"quick-{one.field}-{number}",
            "name": f"{one.field}-add",
            "label": one.label,
            "value": json.dumps(one.add),
        }
        for number, one in enumerate(section.quick)
    ]


def _used(field: Field, row: Mapping[str, Any]) -> dict[str, Any]:
    """A technique that was used: when, and how well it did."""
    slug, effect = str(row.get(field.lead, "")), field.column("effect")
    return {
        "slug": slug,
        "label": _label(field.column(field.lead), slug),
        "at": _moment(row.get("at")),
        "name": f"{field.name}-{slug}-effect",
        "options": [
            {**one, "checked": row.get("effect") == one["value"]} for one in (choices(effect) if effect else [])
        ],
    }


def _row(field: Field, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    said = [in_words(column, row.get(column.name)) for column in field.columns if column.name != field.lead]
    return {
        "number": number,
        "key": f"{field.name}-{number}",
        "more": " · ".join(words for words in said if words),
        "title": _label(field.column(field.lead), row.get(field.lead)),
        "cells": [_cell(field, column, number, row.get(column.name)) for column in field.columns],
    }


def _cell(field: Field, column: Field, number: int, value: Any) -> dict[str, Any]:
    name = f"{field.name}-{number}-{column.name}"
    moment = _moment(value) if column.kind is Kind.WHEN else None
    return {
        "id": f"id_{name}",
        "name": name,
        "label": column.label,
        "type": INPUTS.get(column.kind, "text"),
        "options": [{**one, "checked": value == one["value"]} for one in choices(column)],
        "value": timezone.localtime(moment).strftime(LOCAL) if moment else "" if value is None else value,
        "longest": column.longest,
        "most": column.most,
    }


def _label(column: Field | None, value: Any) -> str:
    return next((one["label"] for one in (choices(column) if column else []) if one["value"] == value), "")


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
