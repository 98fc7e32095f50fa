"""Reading a CSV file that a person made: decoded, checked for its columns, each row with the line it stands on.

Spreadsheets add a byte order mark, choose semicolons or tabs, and save in a Windows code page; all of that is
understood. What cannot be understood is refused with the line and the reason, and nothing is guessed.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from core.errors import BrokenRule

T = TypeVar("T")
MAX_BYTES = 2_000_000
MAX_ROWS = 5_000
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line of the file that it begins on, and its cells by column, without outer spaces."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadLine:
    """Why a row cannot be taken."""

    number: int
    reason: str
    column: str = ""

    def __str__(self) -> str:
        where = _("Line %(number)d") % {"number": self.number}
        return f"{where}, {self.column}: {self.reason}" if self.column else f"{where}: {self.reason}"


class BadCell(Exception):
    """Raised by whoever reads a row: this cell, for this reason."""

    def __init__(self, column: str, reason: object) -> None:
        super().__init__(str(reason))
        self.column, self.reason = column, str(reason)


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a file holds: rows that were understood, and every line that was not."""

    rows: list[tuple[int, T]]
    bad: list[BadLine]


def lines(content: bytes, *, required: Iterable[str], optional: Iterable[str] = ()) -> list[Line]:
    """Every row that is not empty; BrokenRule for a file that is no such table at all."""
    text = text_of(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        columns = _columns(next(reader, []), list(required), list(optional))
        found = list(_rows(reader, columns))
    except csv.Error as error:
        raise _refusal(_("Line %(number)d is not closed properly.") % {"number": reader.line_num}) from error
    if not found:
        raise _refusal(_("The file holds no rows."))
    return found


def read(found: Iterable[Line], understand: Callable[[Mapping[str, str]], T]) -> Read[T]:
    """Each line as `understand` makes of it; its BadCell becomes one bad line, and the rest is read on."""
    rows: list[tuple[int, T]] = []
    bad: list[BadLine] = []
    for line in found:
        try:
            rows.append((line.number, understand(line.cells)))
        except BadCell as refusal:
            bad.append(BadLine(line.number, refusal.reason, refusal.column))
    return Read(rows, bad)


def safe_cell(value: object) -> str:
    """A cell for an export: what a spreadsheet would run as a formula is text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r" and text[:1] else text


def text_of(content: bytes) -> str:
    """The file as text, or a refusal."""
    if len(content) > MAX_BYTES:
        raise _refusal(_("The file is larger than %(limit)d kB.") % {"limit": MAX_BYTES // 1000})
    if b"\x00" in content:
        raise _refusal(_("This is not a CSV file."))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refusal(_("The letters of this file cannot be read. Save it as UTF-8."))


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(DELIMITERS, key=first.count)


def _columns(header: list[str], required: list[str], optional: list[str]) -> list[str]:
    columns = [name.strip().lower().replace(" ", "_") for name in header]
    missing = [name for name in required if name not in columns]
    unknown = [name for name in columns if name not in {*required, *optional}]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if missing:
        raise _refusal(_("These columns are missing: %(names)s.") % {"names": ", ".join(missing)})
    if twice:
        raise _refusal(_("These columns are there twice: %(names)s.") % {"names": ", ".join(twice)})
    if unknown:
        raise _refusal(_("These columns are not known: %(names)s.") % {"names": ", ".join(unknown)})
    return columns


def _rows(reader: Iterator[list[str]], columns: list[str]) -> Iterator[Line]:
    """`line_num` of the reader is the last line of a row; a quoted cell may span several."""
    begins = _line_of(reader) + 1
    count = 0
    for row in reader:
        number, begins = begins, _line_of(reader) + 1
        if not any(cell.strip() for cell in row):
            continue
        count += 1
        if count > MAX_ROWS:
            raise _refusal(_("The file holds more than %(limit)d rows.") % {"limit": MAX_ROWS})
        if len(row) != len(columns):
            text = _("Line %(number)d has %(found)d cells instead of %(expected)d.")
            raise _refusal(text % {"number": number, "found": len(row), "expected": len(columns)})
        yield Line(number, dict(zip(columns, (cell.strip() for cell in row), strict=True)))


def _line_of(reader: Iterator[list[str]]) -> int:
    return int(getattr(reader, "line_num", 0))


def _refusal(text: str) -> BrokenRule:
    return BrokenRule(text, fields={"file": text})
