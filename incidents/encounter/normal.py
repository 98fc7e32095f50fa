"""Answers as they are kept: one shape, whatever door they came through, and nothing that was not asked."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from core.errors import BrokenRule
from incidents.encounter.parts import Field, Kind
from incidents.record_vocabulary import Force

NOW = "now"
FLAGS = ("yes", "no", "unknown")


class NotAnAnswer(ValueError):
    """What was sent is no answer to this question; the text says why, and quotes nothing."""


def answers(
    fields: Mapping[str, Field], given: Mapping[str, Any], at: datetime, before: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Answers in one shape; a mistake names its field. A "now" that was said `before` keeps its time."""
    found: dict[str, Any] = {}
    mistakes: dict[str, str] = {}
    for name, said in given.items():
        try:
            if name not in fields:
                raise NotAnAnswer(_("This is not asked."))
            asked = fields[name]
            kept = since(asked, said, (before or {}).get(name)) if asked.kind is Kind.ROWS else said
            found[name] = answer(asked, kept, at)
        except NotAnAnswer as mistake:
            mistakes[name] = str(mistake)
    if mistakes:
        raise BrokenRule(_("An answer is not understood."), fields=mistakes)
    return found


def since(field: Field, given: Any, before: Any) -> Any:
    """The rows, each "now" replaced by the time that a row of the same lead has already."""
    if not isinstance(given, list) or not before:
        return given
    known: dict[Any, Mapping[str, Any]] = {one.get(field.lead): one for one in reversed(before)}
    return [
        {
            name: known.get(one.get(field.lead), {}).get(name, cell) if cell == NOW else cell
            for name, cell in one.items()
        }
        if isinstance(one, Mapping)
        else one
        for one in given
    ]


def answer(field: Field, given: Any, at: datetime) -> Any:
    """One answer as its column keeps it; what says nothing is kept as nothing."""
    if field.kind is Kind.ROWS:
        return rows(field, given, at)
    if field.kind in (Kind.SEVERAL, Kind.LIST):
        return _several(field, given)
    if field.kind is Kind.BOOL:
        return _truth(field, given)
    if field.kind is Kind.DAY:
        return _day(given)
    found = value(field, given, at)
    if field.kind is Kind.WHEN:
        return datetime.fromisoformat(found) if found else None
    nothing = None if field.kind is Kind.NUMBER or field.choices is Force else ""
    return nothing if found == "" else found


def rows(field: Field, given: Any, at: datetime | None = None) -> list[dict[str, Any]]:
    """The rows of a field. A bare value is a row that says only its lead; empty columns are left out."""
    if given in (None, ""):
        return []
    if not isinstance(given, Iterable) or isinstance(given, (str, Mapping)):
        raise NotAnAnswer(_("Send a list."))
    found = [row(field, one, at) for one in given]
    if len(found) > field.most:
        raise NotAnAnswer(_("At most %(number)s rows.") % {"number": field.most})
    return found


def row(field: Field, given: Any, at: datetime | None = None) -> dict[str, Any]:
    """One row, its columns in their order."""
    said = given if isinstance(given, Mapping) else {field.lead: given}
    foreign = set(said) - {column.name for column in field.columns}
    if foreign:
        raise NotAnAnswer(_("A row has a column that is not known here."))
    answers = {column.name: value(column, said.get(column.name), at) for column in field.columns}
    kept = {name: answer for name, answer in answers.items() if answer not in ("", None)}
    if field.lead not in kept:
        raise NotAnAnswer(_("Each row needs an answer to “%(question)s”.") % {"question": _lead(field)})
    return kept


def value(column: Field, given: Any, at: datetime | None = None) -> Any:
    """One cell; empty is not recorded."""
    if given in ("", None):
        return ""
    if column.kind in (Kind.ONE, Kind.YES_NO):
        return _chosen(column, given)
    if column.kind is Kind.NUMBER:
        return _number(column, given)
    if column.kind is Kind.WHEN:
        return _moment(given, at)
    text = str(given).strip()
    if len(text) > column.longest:
        raise NotAnAnswer(_("At most %(number)s characters.") % {"number": column.longest})
    return text


def _several(field: Field, given: Any) -> list[str]:
    if given in (None, ""):
        return []
    if not isinstance(given, Iterable) or isinstance(given, (str, Mapping)):
        raise NotAnAnswer(_("Send a list."))
    if field.kind is Kind.SEVERAL:
        return list(dict.fromkeys(_chosen(field, one) for one in given))
    found = [str(one).strip() for one in given]
    if len(found) > field.most or any(len(one) > field.longest for one in found):
        raise NotAnAnswer(_("Too many lines, or one is too long."))
    return [one for one in found if one]


def _truth(field: Field, given: Any) -> bool | None:
    if given in ("", None):
        return None
    if not isinstance(given, bool):
        raise NotAnAnswer(_("“%(question)s” has no such answer.") % {"question": field.label})
    return given


def _day(given: Any) -> date | None:
    if given in ("", None):
        return None
    try:
        found = given if isinstance(given, date) else parse_date(str(given))
    except ValueError:
        found = None
    if found is None:
        raise NotAnAnswer(_("Give a day as year, month and day."))
    return found


def _chosen(column: Field, given: Any) -> Any:
    known = column.choices.values if column.choices else FLAGS
    if not isinstance(given, (str, int)) or isinstance(given, bool) or given not in known:
        raise NotAnAnswer(_("“%(question)s” has no such answer.") % {"question": column.label})
    return int(given) if isinstance(given, int) else str(given)


def _number(column: Field, given: Any) -> int:
    try:
        number = int(given)
    except (TypeError, ValueError) as error:
        raise NotAnAnswer(_("“%(question)s” is a number.") % {"question": column.label}) from error
    if not 0 <= number <= column.most:
        raise NotAnAnswer(_("“%(question)s” is too large.") % {"question": column.label})
    return number


def _moment(given: Any, at: datetime | None) -> str:
    """A time as text in UTC; "now" is the moment of saving, where that is known."""
    if given == NOW:
        return _text(at) if at else NOW
    try:
        moment = given if isinstance(given, datetime) else parse_datetime(str(given))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise NotAnAnswer(_("Give a time with its zone."))
    return _text(moment)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _lead(field: Field) -> Any:
    column = field.column(field.lead)
    return column.label if column else field.lead
