"""What the printed card says, in several lengths: the template takes the first that fits one page.

Shorter lists say how many more there are, and a shortened text says that it is; nothing is cut silently.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.care import reading
from incidents.care.schema import Content, Row, title

# How many rows of each list, and how many letters of each text; the last is bound to fit.
LENGTHS = ((20, 600), (12, 600), (10, 400), (8, 300), (6, 220), (5, 160), (4, 120), (3, 100), (2, 80), (1, 60))


@dataclass(frozen=True, slots=True)
class Head:
    """Whose card it is, how long it holds, and who printed it."""

    agency: str
    person: str
    number: int
    reviewed_on: date | None
    expires_on: date | None
    printed_by: str
    printed_on: date


@dataclass
class _Measure:
    """One length; it remembers whether anything had to be left out."""

    rows: int
    letters: int
    shortened: bool = False

    def text(self, text: str) -> str:
        """The text, or its beginning up to a word."""
        if len(text) <= self.letters:
            return text
        self.shortened = True
        kept = text[: self.letters].rsplit(" ", 1)[0] or text[: self.letters]
        return _("%(text)s … (shortened)") % {"text": kept}

    def rows_of(self, phrases: Sequence[str]) -> dict[str, Any]:
        """The first rows, and how many more there are."""
        more = len(phrases) - self.rows
        self.shortened = self.shortened or more > 0
        said = ngettext("and %(more)s more", "and %(more)s more", more) % {"more": more} if more > 0 else ""
        return {"rows": [self.text(one) for one in phrases[: self.rows]], "more": said}


def data(head: Head, content: Content, today: date) -> dict[str, Any]:
    """Everything the template prints, as JSON can hold it, in the language that is active."""
    return {
        "title": _("Response plan"),
        "agency": head.agency,
        "number": _("%(person)s, version %(number)s") % {"person": head.person, "number": head.number},
        "dates": _("Reviewed %(day)s, valid until %(until)s")
        % {"day": _day(head.reviewed_on), "until": _day(head.expires_on)},
        "foot": _("Printed %(day)s by %(who)s. Confidential: destroy after use.")
        % {"day": _day(head.printed_on), "who": head.printed_by},
        "shortened": _("Shortened to fit one page. The whole plan is kept in the system."),
        "lengths": [_length(content, today, _Measure(rows, letters)) for rows, letters in LENGTHS],
    }


def _day(day: date | None) -> str:
    return formats.date_format(day, "j M Y") if day else "–"


def _length(content: Content, today: date, measure: _Measure) -> dict[str, Any]:
    caution = measure.text(content["caution"])
    parts: dict[str, Any] = {
        "who": _texts(content, measure, "baseline", "escalated"),
        "advice": [_list(name, reading.advice(content[name]), measure) for name in ("helps", "avoid")],
        "lists": [
            _list("strategies", _column(content["strategies"]), measure) | {"ordered": True},
            _list("triggers", _column(content["triggers"]), measure),
            _list("safety", reading.concerns(content["safety"], today), measure),
            _list("contacts", [_contact(row) for row in content["contacts"]], measure) | {"ordered": True},
        ],
        "needs": _texts(content, measure, "sensory", "language", "supervision", "reentry"),
    }
    lists = [each for each in parts["lists"] if each["rows"]]
    return {"caution": caution, **parts, "lists": lists, "shortened": measure.shortened}


def _texts(content: Content, measure: _Measure, *names: str) -> list[list[str]]:
    return [[str(title(name)), measure.text(content[name])] for name in names if content[name]]


def _list(name: str, phrases: Sequence[str], measure: _Measure) -> dict[str, Any]:
    return {"title": str(title(name)), "ordered": False, **measure.rows_of(phrases)}


def _column(rows: Sequence[Row]) -> list[str]:
    return [row["text"] for row in rows]


def _contact(row: Row) -> str:
    who = ", ".join(filter(None, (row["name"], row["relationship"], row["organization"])))
    return ": ".join(filter(None, (who, "; ".join(filter(None, (row["phone"], row["reach"]))))))
