"""The tap page of a record as plain values: sections, quick taps, what is folded, and how much is answered."""

import json
from collections.abc import Iterable
from typing import Any

from django.forms import BoundField, ChoiceField

from core.actors import Actor
from core.permissions import may
from incidents.encounter import FIELDS, SECTIONS, Field, Kind, Section, is_shown, missing
from incidents.encounter.completeness import is_empty
from incidents.encounter.facts import is_minor
from incidents.encounter.parts import Facts, When
from incidents.models import DeescalationRecord
from incidents.notes_forms import FileForm
from incidents.record_forms import RecordForm, stored
from incidents.selectors import record_pages, record_reading
from incidents.views import records_rows
from incidents.views.records_quick import QUICK
from incidents.views.records_shown import person
from incidents.views.records_ways import ways

SHORT = 4


def page(actor: Actor, record: DeescalationRecord, form: RecordForm) -> dict[str, Any]:
    """The context of `incidents/record/taps.html`."""
    reading = record_reading.read(actor, record)
    asked = sections(form, reading.facts)
    return {
        "form": form,
        "tablet": may(actor, "tablet.enter", record.incident),
        "sections": asked,
        "ways": ways(reading.facts),
        "officers": reading.officers,
        "about": person(record.subject),
        "records": [{"row": one, "about": person(one.subject)} for one in record_pages.own(actor, record.incident)],
        "files": record_reading.files(actor, record.pk),
        "file_form": FileForm(),
        "returned": _returned(record) if record.status == "returned" else [],
        **state(record, reading.facts),
    }


def kept(actor: Actor, record: DeescalationRecord) -> dict[str, Any]:
    """What a saving draws anew: how far the record is, and what follows from its rows."""
    facts = record_reading.read(actor, record).facts
    form = RecordForm(version=record.version, initial=stored(record))
    anew = {name: question(form, FIELDS[name], facts) for name in ("techniques", "notifications")}
    return {
        "ways": ways(facts),
        "techniques": anew["techniques"],
        "told": anew["notifications"],
        **state(record, facts),
    }


def state(record: DeescalationRecord, facts: Facts) -> dict[str, Any]:
    """How far the record is: what was answered of what is asked each time, and every gap with its reason."""
    gaps = missing(facts)
    parts = [{"title": one.label, "done": not is_empty(facts.get(one.name))} for one in _each_time(facts)]
    return {
        "record": record,
        "parts": parts,
        "answered": sum(part["done"] for part in parts),
        "missing": [gap for gap in gaps if gap.must],
        "expected": [gap for gap in gaps if not gap.must],
        "computed": computed(facts),
    }


def computed(facts: Facts) -> str:
    """What a question may depend on and no field says."""
    return json.dumps({"grade_rule": facts["grade_rule"], "is_minor": facts["is_minor"]})


def _returned(record: DeescalationRecord) -> list[dict[str, str]]:
    """The reviewer's words, each with the section that it is about where it names one."""
    titles = {str(one.title): one.key for one in SECTIONS}
    found = []
    for line in record.return_comment.splitlines():
        title, colon, words = line.partition(": ")
        known = titles.get(title, "") if colon else ""
        found.append({"target": known, "section": title if known else "", "text": words if known else line})
    return [line for line in found if line["text"].strip()]


def sections(form: RecordForm, facts: Facts) -> list[dict[str, Any]]:
    """Every section that the form asks."""
    return [_section(one, form, facts) for one in SECTIONS if any(field.name in form.fields for field in one.fields)]


def _each_time(facts: Facts) -> list[Field]:
    minor = is_minor(facts)
    return [one for one in FIELDS.values() if one.common and (minor or one.name != "notifications")]


def _section(one: Section, form: RecordForm, facts: Facts) -> dict[str, Any]:
    asked = [question(form, field, facts) for field in one.fields if field.name in form.fields]
    front = [one for one in asked if one["front"]] if one.common else asked
    more = [one for one in asked if one not in front]
    return {
        "key": one.key,
        "title": one.title,
        "common": one.common,
        "questions": front,
        "more": more,
        "more_open": any(_needs_eyes(question) for question in more),
        "open": any(_needs_eyes(question) for question in asked),
        "conditions": conditions(one.shown),
        "closed": not is_shown(one, facts) and not any(_needs_eyes(question) for question in asked),
        "answered": sum(question["answered"] for question in asked),
        "quick": records_rows.quick(one),
    }


def _needs_eyes(question: dict[str, Any]) -> bool:
    return bool(question["bound"].errors)


def question(form: RecordForm, field: Field, facts: Facts) -> dict[str, Any]:
    """One question as `incidents/record/_question.html` draws it."""
    bound = form[field.name]
    rows = field.kind is Kind.ROWS
    tapped = rows and field.name in records_rows.TAPPED
    options = _options(bound) if not rows or tapped else []
    rest = [one for one in options if not one["quick"]]
    return {
        "id": f"q-{field.name}",
        "bound": bound,
        "label": field.label,
        "help": field.help,
        "front": field.common or bool(field.shown),
        "shape": "rows" if rows and not tapped else "taps" if options else "text",
        "single": field.kind in (Kind.ONE, Kind.YES_NO, Kind.BOOL),
        "quick": [one for one in options if one["quick"]],
        "rest": rest,
        "rest_open": any(one["checked"] for one in rest),
        "few": len(options) <= SHORT,
        "answered": not is_empty(bound.value()),
        "conditions": conditions(field.shown),
        "closed": not is_shown(field, facts) and not bound.errors,
        **(records_rows.drawn(field, bound) if rows else {}),
    }


def conditions(shown: Iterable[When]) -> str:
    """What opens a question, as the page's script reads it; empty where nothing does."""
    found = [{"field": one.field, "test": one.test, "values": list(one.values)} for one in shown]
    return json.dumps(found) if found else ""


def _options(bound: BoundField) -> list[dict[str, Any]]:
    quick = QUICK.get(bound.name)
    widget = bound.field.widget
    value = widget.format_value(bound.value()) if hasattr(widget, "format_value") else bound.value()
    chosen = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
    choices = bound.field.choices if isinstance(bound.field, ChoiceField) else getattr(widget, "choices", ())
    return [
        {
            "id": f"{bound.auto_id}_{number}",
            "value": str(slug),
            "label": label,
            "checked": str(slug) in chosen,
            "quick": quick is None or str(slug) in quick,
        }
        for number, (slug, label) in enumerate(list(choices) if not callable(choices) else list(choices()))
        if slug not in ("", None)
    ]
