"""Lists of rows in a form: what is filled in, and two empty rows below; whatever is refused comes back as typed."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from incidents.care import Column
from incidents.care.schema import MOST_ROWS

SPARE = 2


class RowsWidget(forms.Widget):
    """A block of labelled controls for each row."""

    def __init__(self, columns: tuple[Column, ...], title: str | Promise) -> None:
        super().__init__()
        self.columns, self.title = columns, title

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """The rows in their order, without the empty ones."""
        pattern = re.compile(rf"^{re.escape(name)}-(\d+)-\w+$")
        numbers = sorted({int(found[1]) for key in data if (found := pattern.match(key)) and len(found[1]) < 4})
        rows = [self._row(data, f"{name}-{number}") for number in numbers]
        return [row for row in rows if any(value.strip() for value in row.values())]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Rows are always sent; none of them is an answer too."""
        return False

    def _row(self, data: Mapping[str, Any], prefix: str) -> dict[str, str]:
        return {column.name: str(data.get(f"{prefix}-{column.name}", "")) for column in self.columns}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Every row with its controls, drawn by `incidents/care/_rows.html`."""
        filled = list(value or [])
        spare = min(SPARE, max(MOST_ROWS - len(filled), 0))
        rows = [self._drawn(name, number, row) for number, row in enumerate([*filled, *[{}] * spare])]
        shown = {"rows": rows, "title": self.title}
        return SafeString(render_to_string("incidents/care/_rows.html", shown))

    def _drawn(self, name: str, number: int, row: Mapping[str, str]) -> dict[str, Any]:
        controls = [
            self._control(f"{name}-{number}-{column.name}", row.get(column.name, ""), column) for column in self.columns
        ]
        return {"number": number + 1, "controls": controls, "blank": not row}

    def _control(self, name: str, value: str, column: Column) -> dict[str, Any]:
        attrs: dict[str, Any] = {"id": f"id_{name}", "class": "input"}
        wide = column.longest > 120 and column.choices is None and not column.day
        return {
            "id": attrs["id"],
            "label": column.label,
            "wide": wide,
            "required": column.required,
            "control": _widget(column, wide).render(name, value, attrs),
        }


def _widget(column: Column, wide: bool) -> forms.Widget:
    if column.choices is not None:
        return forms.Select(choices=[("", "–"), *column.choices.choices])
    if column.day:
        # Not a date widget: what was typed comes back even when it is no day.
        return forms.TextInput(attrs={"type": "date"})
    bound = {"maxlength": str(column.longest)}
    return forms.Textarea(attrs={**bound, "rows": "2"}) if wide else forms.TextInput(attrs=bound)


class RowsField(forms.Field):
    """A list of rows; what is wrong in them is said by the service."""

    is_rows = True

    def __init__(self, columns: tuple[Column, ...], label: Any, help_text: Any = "") -> None:
        widget = RowsWidget(columns, label)
        super().__init__(label=label, required=False, widget=widget, help_text=help_text)

    def to_python(self, value: Any) -> list[dict[str, str]]:
        """The rows as the widget read them."""
        return list(value or [])

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether any row differs."""
        return list(initial or []) != list(data or [])
