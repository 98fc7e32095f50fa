"""What is wrong with the content of a plan: mistakes that are never saved, and gaps that keep it from approval."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.care.schema import MOST_ROWS, ROWS, TEXTS, Column, Content, title
from incidents.plain_text import first_hidden

LONGEST_TERM = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: in which section, in which row (from 1; 0 is the section itself), and what it is."""

    section: str
    row: int
    words: str | Promise

    def __str__(self) -> str:
        if self.row:
            return str(_("%(section)s, row %(row)s: %(words)s")) % {**self._parts(), "row": self.row}
        return str(_("%(section)s: %(words)s")) % self._parts()

    def _parts(self) -> dict[str, object]:
        return {"section": title(self.section), "words": self.words}


def problems(content: Content) -> list[Problem]:
    """Mistakes of a normal document; while there is one, nothing is saved."""
    found = [
        Problem(name, 0, words) for name, (_label, longest) in TEXTS.items() for words in _text(content, longest, name)
    ]
    for name, (_label, columns) in ROWS.items():
        rows = content[name]
        if len(rows) > MOST_ROWS:
            found.append(Problem(name, 0, _("At most %(most)s rows.") % {"most": MOST_ROWS}))
        for number, row in enumerate(rows, start=1):
            found += [Problem(name, number, words) for column in columns for words in _value(row[column.name], column)]
    return found


def missing(content: Content) -> list[Problem]:
    """What a plan must say before anybody is asked to approve it."""
    found = [] if content.get("helps") else [Problem("helps", 0, _("Say at least one thing that helps."))]
    for name, (_label, columns) in ROWS.items():
        for number, row in enumerate(content.get(name, ()), start=1):
            found += [Problem(name, number, words) for words in _gaps(row, columns)]
    for number, row in enumerate(content.get("safety", ()), start=1):
        found += [Problem("safety", number, words) for words in _term(row)]
    return found


def _text(content: Content, longest: int, name: str) -> Iterator[str | Promise]:
    yield from _readable(content[name], longest)


def _readable(text: str, longest: int) -> Iterator[str | Promise]:
    if len(text) > longest:
        yield _("At most %(most)s characters.") % {"most": longest}
    hidden = first_hidden(text)
    if hidden is not None:
        yield _("It holds a character that cannot be shown (%(code)s).") % {"code": hidden[1]}


def _value(value: str, column: Column) -> Iterator[str | Promise]:
    if not value:
        return
    if column.choices is not None and value not in column.choices.values:
        yield _("Choose one of the list.")
    elif column.day and day(value) is None:
        yield _("Write the day as year-month-day.")
    elif column.choices is None and not column.day:
        yield from _readable(value, column.longest)


def _gaps(row: Content, columns: tuple[Column, ...]) -> Iterator[str | Promise]:
    for column in columns:
        if column.required and not row[column.name]:
            yield _("“%(column)s” is missing.") % {"column": column.label}


def _term(row: Content) -> Iterator[str | Promise]:
    since, until = day(row["on"]), day(row["expires_on"])
    if since and until and not since < until:
        yield _("It ends before it begins.")


def day(text: str) -> date | None:
    """The day, or None where there is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
