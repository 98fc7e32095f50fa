"""A query that is built once and asked many times: building it costs Django more than PostgreSQL needs to answer it.

The query is written as usual, over placeholders; its SQL is kept, and each call puts the real values in their places.
Only for reads of plain columns (`values()`), on paths where a measurement shows that building the query matters.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet

from core.errors import Undeclared

Build = Callable[..., QuerySet[Any, Any]]


@dataclass
class Prepared:
    """`build` makes the query from keywords; `placeholders` are values of their types that stand nowhere else in it."""

    build: Build
    placeholders: dict[str, Any]
    _kept: tuple[str, tuple[Any, ...], tuple[str, ...]] | None = field(default=None, init=False)

    def rows(self, **values: Any) -> list[dict[str, Any]]:
        """The rows for these values, which are named as the placeholders are."""
        if values.keys() != self.placeholders.keys():
            raise Undeclared(f"this query takes {sorted(self.placeholders)}")
        sql, template, names = self._kept or self._prepare()
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[item.name] if isinstance(item, _Place) else item for item in template])
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _prepare(self) -> tuple[str, tuple[Any, ...], tuple[str, ...]]:
        query = self.build(**self.placeholders).query
        sql, params = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
        template = tuple(self._place(item) for item in params)
        missing = self.placeholders.keys() - {item.name for item in template if isinstance(item, _Place)}
        if missing:
            raise Undeclared(f"the query does not use {sorted(missing)}")
        self._kept = (sql, template, tuple(query.selected or ()))
        return self._kept

    def _place(self, item: Any) -> Any:
        found = [name for name, value in self.placeholders.items() if type(item) is type(value) and item == value]
        return _Place(found[0]) if found else item


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
