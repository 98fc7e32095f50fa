"""A record's answers in words, for those who read it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from incidents.encounter import SECTIONS, Field, Kind, Section
from incidents.encounter.completeness import is_empty
from incidents.models import DeescalationRecord
from incidents.record_vocabulary import Grade, PersonRole, YesNo


def answers(record: DeescalationRecord) -> list[tuple[Any, str]]:
    """Question and answer, in the order of the form; what was not answered is left out."""
    subject = record.subject
    person = [(_("The person is"), str(PersonRole(subject.role).label)), (_("Name"), subject.name)]
    grade = [(_("Grade"), str(Grade(subject.grade).label))] if subject.grade else []
    asked = [pair for section in SECTIONS for pair in of_section(section, record)]
    return [(label, words) for label, words in [*person, *grade, *asked] if words]


def of_section(section: Section, record: DeescalationRecord) -> list[tuple[Any, str]]:
    """What was answered in one section."""
    pairs = [(field.label, in_words(field, getattr(record, field.name))) for field in section.fields]
    return [(label, words) for label, words in pairs if words]


def in_words(field: Field, value: Any) -> str:
    """One answer as it is read; an empty text where there is none."""
    if is_empty(value):
        return ""
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if field.kind is Kind.ROWS:
        return "; ".join(row_in_words(field, row) for row in value)
    if isinstance(value, list):
        return ", ".join(_label(field, one) for one in value)
    if field.kind in (Kind.WHEN, Kind.DAY):
        return _time(value)
    return _label(field, value)


def row_in_words(field: Field, row: Mapping[str, Any]) -> str:
    """A row: its lead, then what more it says."""
    said = [in_words(column, row.get(column.name)) for column in field.columns]
    return ", ".join(words for words in said if words)


def _label(field: Field, value: Any) -> str:
    known: Any = field.choices if field.choices else YesNo if field.kind is Kind.YES_NO else None
    if known is None or value not in known.values:
        return str(value)
    return str(known(value).label)


def _time(value: Any) -> str:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    if isinstance(moment, datetime):
        return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
    return date_format(moment, "DATE_FORMAT") if isinstance(moment, date) else str(moment)
