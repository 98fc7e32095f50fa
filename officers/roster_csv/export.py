"""The roster written as a file that the import takes back without a change."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from officers.models import Officer, User
from officers.roster_csv.cells import safe, written
from officers.roster_csv.columns import ACTIVE, COLUMNS, INACTIVE
from officers.rostering.facts import present
from officers.rostering.standing import GIVEN

# A department that does not exist: 15 officers, 10 security officers, 5 dispatchers.
EXAMPLE = Path(__file__).with_name("example.csv")
NAMES = [column.name for column in COLUMNS]


def export(officers: Iterable[Officer], roles: Mapping[Any, list[str]]) -> str:
    """One line for each person; every cell is quoted text, marked as UTF-8 for spreadsheets."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(NAMES)
    for officer in officers:
        known = present(officer, [role for role in roles.get(officer.user_id, []) if role in GIVEN])
        known["status"] = ACTIVE if officer.active else INACTIVE
        writer.writerow([safe(_cell(name, known[name])) for name in NAMES])
    return out.getvalue()


def _cell(name: str, value: Any) -> str:
    return value.email if isinstance(value, User) else written(name, value)


def template(campus_code: str) -> str:
    """The first lines of the example, one of each kind of person, at a campus that the reader has."""
    rows = list(csv.DictReader(io.StringIO(EXAMPLE.read_text())))
    kinds = {row["license"]: row for row in reversed(rows)}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    # Their supervisor is nobody whom the reader has.
    writer.writerows({**row, "home_campus": campus_code, "supervisor": ""} for row in reversed(kinds.values()))
    return "\ufeff" + out.getvalue()
