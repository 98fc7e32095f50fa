"""Reads the file of arrivals and says, by line and reason, which rows cannot be used."""

import csv
import hashlib
import io
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from outcomes.replay.errors import ReplayRefused

COLUMNS = ("sequence", "month", "day_of_week", "hour", "emergency_apprehension", "neighbourhood")
MONTHS = {
    "January": 1,
    "February": 2,
    "March": 3,
    "April": 4,
    "May": 5,
    "June": 6,
    "July": 7,
    "August": 8,
    "September": 9,
    "October": 10,
    "November": 11,
    "December": 12,
}
WEEKDAYS = {"Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6}
YES_NO = {"Yes": True, "No": False}
HOURS = range(24)
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Row:
    """One arrival; weekdays count from Monday as 0."""

    line: int
    sequence: int
    month: int
    weekday: int
    hour: int
    apprehended: bool
    neighbourhood: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot become a call, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The wanted rows of one file; `source` is the SHA-256 of its bytes."""

    source: str
    rows: list[Row]
    bad: list[BadRow]


def read(path: Path, limit: int | None) -> Arrivals:
    """Every one of the first `limit` rows is judged before anything is done with one of them."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise ReplayRefused(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ReplayRefused(f"{path} is not UTF-8 text (byte {error.start}).") from error
    found = Arrivals(hashlib.sha256(content).hexdigest(), [], [])
    sequence = -1
    for line, cells in _lines(path, text, limit):
        row, reason = _judge(line, cells, sequence)
        if row is None:
            found.bad.append(BadRow(line, reason))
            continue
        found.rows.append(row)
        sequence = row.sequence
    return found


def _lines(path: Path, text: str, limit: int | None) -> list[tuple[int, dict[str, str]]]:
    """The rows with the number an editor shows."""
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="more", restval="")
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
    if missing:
        raise ReplayRefused(f"{path} lacks the columns {', '.join(missing)}; it needs {', '.join(COLUMNS)}.")
    try:
        return [(reader.line_num, row) for row in islice(reader, limit)]
    except csv.Error as error:
        raise ReplayRefused(f"{path}, line {reader.line_num}: {error}.") from error


def _judge(line: int, cells: dict[str, str], sequence: int) -> tuple[Row | None, str]:
    """The row, or what is wrong with it."""
    reason = _what_is_wrong(cells)
    if reason:
        return None, reason
    row = Row(
        line=line,
        sequence=int(cells["sequence"]),
        month=MONTHS[cells["month"]],
        weekday=WEEKDAYS[cells["day_of_week"]],
        hour=int(cells["hour"]),
        apprehended=YES_NO[cells["emergency_apprehension"]],
        neighbourhood=int(cells["neighbourhood"]),
    )
    if row.sequence <= sequence:
        return None, f"sequence {row.sequence} does not rise after {sequence}"
    return row, ""


def _what_is_wrong(cells: dict[str, str]) -> str:
    checks = (
        ("more" not in cells, "more cells than columns"),
        (_is_number(cells["sequence"]), f"sequence “{cells['sequence']}” is not a whole number"),
        (cells["month"] in MONTHS, f"month “{cells['month']}” is not a month's English name"),
        (cells["day_of_week"] in WEEKDAYS, f"day_of_week “{cells['day_of_week']}” is not a weekday's English name"),
        (_is_number(cells["hour"]) and int(cells["hour"]) in HOURS, f"hour “{cells['hour']}” is not 0 to 23"),
        (
            cells["emergency_apprehension"] in YES_NO,
            f"emergency_apprehension “{cells['emergency_apprehension']}” is not Yes or No",
        ),
        (_is_number(cells["neighbourhood"]), f"neighbourhood “{cells['neighbourhood']}” is not a whole number"),
    )
    return "; ".join(reason for fine, reason in checks if not fine)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
