"""From a cell to what it means, and back. A cell that a spreadsheet would run is written so that it cannot."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from core.csv_in import BadCell
from officers.models import Campus
from officers.roles import License, Role
from officers.rostering.facts import DATES, LISTS
from officers.rostering.standing import GIVEN
from officers.vocabulary import Language, Skill

BETWEEN = re.compile(r"[;,|/]")
DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})", re.ASCII),
)
# What a spreadsheet takes for a formula, also when apostrophes stand before it.
RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]")
VOCABULARIES: dict[str, type[TextChoices]] = {"roles": Role, "languages": Language, "skills": Skill}
LONGEST = 400


def safe(value: object) -> str:
    """The text of a cell that no spreadsheet runs."""
    text = UNSEEN.sub("", str(value))
    return f"'{text}" if RUNS.match(text) else text


def plain(cell: str) -> str:
    """The text that `safe` made the cell of."""
    return cell[1:] if cell.startswith("'") and RUNS.match(cell) else cell


def written(name: str, value: Any) -> str:
    """What stands in the file for a value."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Campus):
        return value.code
    return "; ".join(value) if name in LISTS else str(value)


def meaning(name: str, cell: str, campuses: Mapping[str, Campus]) -> Any:
    """What a cell says; BadCell when it says nothing clear."""
    if len(cell) > LONGEST:
        raise BadCell(name, _("This cell is too long."))
    if name == "home_campus":
        return _campus(cell, campuses)
    if name in DATES:
        return _day(name, cell)
    if name in LISTS:
        return _several(name, cell)
    if name == "license":
        return _one(name, License, cell)
    return plain(cell)


def by_code_and_name(campuses: Iterable[Campus]) -> dict[str, Campus]:
    """Campuses as a cell may name them."""
    return {word.casefold(): campus for campus in campuses for word in (campus.code, campus.name)}


def allowed(name: str) -> list[tuple[str, str]]:
    """The words a column takes, with their meaning."""
    words: type[TextChoices] = License if name == "license" else VOCABULARIES[name]
    return [(value, str(label)) for value, label in words.choices if name != "roles" or value in GIVEN]


def _campus(cell: str, campuses: Mapping[str, Campus]) -> Campus:
    found = campuses.get(plain(cell).casefold())
    if found is None:
        raise BadCell("home_campus", _("There is no campus “%(cell)s”.") % {"cell": cell} if cell else _needed())
    return found


def _day(name: str, cell: str) -> date | None:
    if not cell:
        return None
    for form in DAYS:
        found = form.fullmatch(cell)
        with suppress(ValueError):
            if found:
                return date(**{part: int(digits) for part, digits in found.groupdict().items()})
    raise BadCell(name, _("“%(cell)s” is no day. Write it as 2026-08-31 or 08/31/2026.") % {"cell": cell})


def _several(name: str, cell: str) -> list[str]:
    parts = [part.strip() for part in BETWEEN.split(plain(cell))]
    return [_one(name, VOCABULARIES[name], part) for part in parts if part]


def _one(name: str, words: type[TextChoices], cell: str) -> str:
    found = _dictionary(words, get_language() or "en").get(plain(cell).casefold())
    if found is None:
        known = ", ".join(value for value, _label in allowed(name))
        raise BadCell(name, _("“%(cell)s” is not known. Known are: %(known)s.") % {"cell": cell, "known": known})
    return found


@cache
def _dictionary(words: type[TextChoices], language: str) -> dict[str, str]:
    """Each word by its slug, by its label in the reader's language, and by its label in English."""
    found: dict[str, str] = {}
    for spoken in (language, "en"):
        with override(spoken):
            found |= {str(label).casefold(): str(value) for value, label in words.choices}
    return found | {str(value).casefold(): str(value) for value in words.values}


def _needed() -> str:
    return _("This is needed.")
