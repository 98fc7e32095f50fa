"""The sections as plain JSON, so that a tablet can draw the record without asking again."""

from typing import Any

from incidents.encounter.parts import Field, Kind, Section, When
from incidents.encounter.sections import SECTIONS
from incidents.record_vocabulary import GROUPS, Outcome, YesNo

# Fields that a page draws as taps; the rest is typed.
TAPPED = (Kind.ONE, Kind.SEVERAL, Kind.YES_NO, Kind.BOOL, Kind.ROWS)


def form() -> dict[str, Any]:
    """Every section with its fields, answers, conditions and quick taps."""
    groups = [{"key": key, "outcomes": [slug for slug in Outcome.values if slug in group]} for key, group in GROUPS]
    return {"sections": [_section(section) for section in SECTIONS], "outcome_groups": groups}


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": str(section.title),
        "common": section.common,
        "shown_when_any": [_when(one) for one in section.shown],
        "fields": [_field(field) for field in section.fields],
        "quick": [{"label": str(one.label), "field": one.field, "add": dict(one.add)} for one in section.quick],
    }


def _field(field: Field) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": field.name,
        "label": str(field.label),
        "kind": str(field.kind),
        "help": str(field.help),
        "common": field.common,
        "choices": choices(field),
        "shown_when_any": [_when(one) for one in field.shown],
    }
    if field.longest:
        found["longest"] = field.longest
    if field.most:
        found["most"] = field.most
    if field.kind is Kind.ROWS:
        found |= {"lead": field.lead, "columns": [_field(column) for column in field.columns]}
    return found


def choices(field: Field) -> list[dict[str, Any]]:
    """What can be answered, each with its words."""
    known = YesNo.choices if field.kind is Kind.YES_NO else field.choices.choices if field.choices else []
    return [{"value": value, "label": str(label)} for value, label in known]


def _when(condition: When) -> dict[str, Any]:
    return {"field": condition.field, "test": condition.test, "values": list(condition.values)}
