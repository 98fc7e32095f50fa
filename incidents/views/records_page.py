"""The tap page of a record as plain values: sections, quick taps, what is folded, and how much is answered."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BoundField, ChoiceField

from incidents.encounter import SECTION_OF
from incidents.encounter.normal import NOW
from incidents.models import DeescalationRecord
from incidents.record_fields import Rows
from incidents.record_forms import RecordForm
from incidents.views.records_sections import OPENED_BY, QUICK, SECTIONS, Section

SHORT = 4


def page(record: DeescalationRecord, form: RecordForm) -> dict[str, Any]:
    """The context of `incidents/record/taps.html`."""
    asked = " ".join(name for one in SECTIONS for name in (*one.fields, *one.more))
    sections = [_section(one, form) for one in SECTIONS]
    return {"record": record, "form": form, "sections": sections, "asked": asked, **state(record)}


def state(record: DeescalationRecord) -> dict[str, Any]:
    """How far the record is: which sections are answered, and what still keeps it from being filed."""
    problems = record.problems()
    parts = [
        {"title": one.title, "done": not any(name in problems for name in (*one.fields, *one.more))}
        for one in SECTIONS
        if one.fields
    ]
    return {
        "record": record,
        "parts": parts,
        "answered": sum(part["done"] for part in parts),
        "missing": [{"target": f"q-{name}", "text": text} for name, text in problems.items()],
    }


def _section(one: Section, form: RecordForm) -> dict[str, Any]:
    more = [_question(form, name) for name in one.more]
    return {
        "key": one.key,
        "title": one.title,
        "questions": [_question(form, name) for name in one.fields],
        "more": more,
        "more_open": any(question["bound"].errors or question["answered"] for question in more),
    }


def _question(form: RecordForm, name: str) -> dict[str, Any]:
    bound = form[name]
    opener, values = OPENED_BY.get(name, ("", frozenset()))
    options = _options(bound)
    quick = [one for one in options if one["quick"]]
    rest = [one for one in options if not one["quick"]]
    return {
        "id": f"q-{name}",
        "bound": bound,
        "label": bound.label,
        "is_text": not options,
        "single": bool(_taps_that_add(bound)) or bound.field.widget.__class__.__name__ == "RadioSelect",
        "quick": quick,
        "rest": rest,
        "rest_open": any(one["checked"] for one in rest),
        "few": len(quick) <= SHORT and not rest,
        "answered": bool(bound.value()),
        "kept_rows": _kept(bound),
        "adds": bool(_taps_that_add(bound)),
        "opener": opener,
        "opens_with": " ".join(sorted(values)),
        "closed": bool(opener) and values.isdisjoint(_said(form, opener)),
    }


def _options(bound: BoundField) -> list[dict[str, Any]]:
    added = _taps_that_add(bound)
    if added:
        return added
    if not isinstance(bound.field, ChoiceField | Rows):
        return []
    quick = QUICK.get(bound.name)
    found = []
    for option in bound.subwidgets:
        value = str(option.data["value"])
        found.append(
            {
                "id": option.id_for_label,
                "value": value,
                "label": option.choice_label,
                "checked": option.data["selected"],
                "quick": quick is None or value in quick,
            }
        )
    return found


def _taps_that_add(bound: BoundField) -> list[dict[str, Any]]:
    """One tap that says a whole row: the one that is there already is on."""
    rows = [row for row in bound.value() or [] if isinstance(row, dict)]
    found = []
    for number, quick in enumerate(SECTION_OF[bound.name].quick):
        fixed = {name: cell for name, cell in quick.add.items() if cell != NOW}
        on = any(fixed.items() <= row.items() and ("hold_reason" in fixed or "hold_reason" not in row) for row in rows)
        found.append(
            {
                "id": f"{bound.auto_id}_{number}",
                "value": json.dumps(dict(quick.add)),
                "label": quick.label,
                "checked": on,
                "quick": True,
            }
        )
    return found


def _kept(bound: BoundField) -> str:
    """The rows that are there, sent along so that a tap which stays keeps what is known of it."""
    rows = bound.value() if isinstance(bound.field, Rows) else None
    return json.dumps([row for row in rows if isinstance(row, dict)], cls=DjangoJSONEncoder) if rows else ""


def _said(form: Any, name: str) -> set[str]:
    value = form[name].value()
    if value is None or value == "":
        return set()
    return {str(one) for one in value} if isinstance(value, list | tuple) else {str(value)}
