"""Rows of a record for whoever reads them in code: every column is there, times are times."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from incidents.encounter.parts import Field, Kind
from incidents.encounter.sections import FIELDS


def rows_of(record: Any, name: str) -> list[SimpleNamespace]:
    """The rows of one field, each with all its columns: empty text, or None for a time or number not recorded."""
    field = FIELDS[name]
    return [
        SimpleNamespace(**{column.name: _read(column, row.get(column.name)) for column in field.columns})
        for row in getattr(record, name)
    ]


def _read(column: Field, value: Any) -> Any:
    if column.kind is Kind.WHEN:
        return datetime.fromisoformat(value) if value else None
    return value if value is not None or column.kind is Kind.NUMBER else ""
