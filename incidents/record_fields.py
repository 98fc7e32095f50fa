"""Form fields of the record, each made from its entry in the sections; none is preselected."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from incidents.encounter import Field, Kind
from incidents.encounter.normal import NotAnAnswer, rows
from incidents.record_vocabulary import Force, YesNo

BOOL = (("true", _("Yes")), ("false", _("No")))


class AskedWhenFiled(forms.Field):
    """Needed to file, so it is not called optional; a draft may leave it, so its absence is no mistake here."""

    def validate(self, value: Any) -> None:
        """Only what was answered is checked."""
        if value not in self.empty_values:
            super().validate(value)


class One(AskedWhenFiled, forms.TypedChoiceField):
    """One tap."""

    widget = forms.RadioSelect


class Several(AskedWhenFiled, forms.MultipleChoiceField):
    """Any number of taps."""

    widget = forms.CheckboxSelectMultiple


class RowTaps(forms.CheckboxSelectMultiple):
    """One tap to a row, and what belongs to it.

    `name=slug` taps a row; `name-slug-column` says more of it; `name-0-column` is a row of its own, where one slug
    may come `name-add` is the JSON of one more row; `name-rows` is the JSON of the rows that were
    there, so that a tap which stays keeps what was known of it.
    """

    asked: Field

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> list[dict[str, Any]]:
        """All the rows that were sent, in their order."""
        given = super().value_from_datadict(data, files, name) or []
        tapped = given if isinstance(given, list) else [given]
        if any(isinstance(one, Mapping) for one in tapped):
            return tapped
        lead, before = self.asked.lead, _read(data.get(f"{name}-rows"))
        known = {one.get(lead): one for one in before}
        found = [{**known.get(slug, {}), lead: slug, **self._said(data, f"{name}-{slug}")} for slug in tapped]
        if data.get(f"{name}-keep"):
            found = [one for one in before if one.get(lead) not in tapped] + found
        numbered = [self._said(data, f"{name}-{number}") for number in range(self.asked.most)]
        found += [row for row in numbered if row]
        for row in [row for text in _added(data, f"{name}-add") for row in _read(text)]:
            found = [*(one for one in found if one.get(lead) != row.get(lead)), row]
        return found

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Taps that are all off are sent as nothing."""
        return False

    def format_value(self, value: Any) -> list[str]:
        """The taps that are on."""
        given = value if isinstance(value, list) else []
        return [str(one.get(self.asked.lead)) if isinstance(one, Mapping) else str(one) for one in given]

    def _said(self, data: Any, prefix: str) -> dict[str, Any]:
        cells = {column.name: _cell(column, data.get(f"{prefix}-{column.name}")) for column in self.asked.columns}
        return {name: cell for name, cell in cells.items() if cell}


class Rows(AskedWhenFiled):
    """Rows of a section: what each says is checked as the service keeps it."""

    def __init__(self, asked: Field, **options: Any) -> None:
        lead = asked.column(asked.lead)
        widget = RowTaps(choices=lead.choices.choices if lead and lead.choices else ())
        widget.asked = asked
        self.asked = asked
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """The rows in one shape."""
        try:
            return rows(self.asked, value)
        except NotAnAnswer as mistake:
            raise ValidationError(str(mistake)) from mistake


class Lines(AskedWhenFiled, forms.CharField):
    """Several short answers, one to a line."""

    def __init__(self, asked: Field, **options: Any) -> None:
        self.asked = asked
        super().__init__(widget=forms.Textarea(attrs={"rows": "2"}), **options)

    def clean(self, value: Any) -> Any:
        """The lines that say something."""
        found = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        if len(found) > self.asked.most or any(len(line) > self.asked.longest for line in found):
            raise ValidationError(_("Too many lines, or one is too long."))
        return found

    def prepare_value(self, value: Any) -> Any:
        """One to a line."""
        return "\n".join(value) if isinstance(value, list) else value


def yes(value: str) -> bool:
    """The tap as truth."""
    return value == "true"


def form_field(asked: Field) -> forms.Field:
    """The form's field of one question."""
    options: dict[str, Any] = {"label": asked.label, "help_text": asked.help, "required": asked.common}
    if asked.kind is Kind.ROWS:
        return Rows(asked, **options)
    if asked.kind is Kind.LIST:
        return Lines(asked, **options)
    if asked.kind is Kind.SEVERAL:
        return Several(choices=_choices(asked), **options)
    if asked.kind is Kind.BOOL:
        return One(choices=BOOL, coerce=yes, empty_value=None, **options)
    if asked.kind in (Kind.ONE, Kind.YES_NO):
        number = asked.choices is Force
        return One(
            choices=_choices(asked), coerce=int if number else str, empty_value=None if number else "", **options
        )
    return _typed(asked, options)


def _typed(asked: Field, options: dict[str, Any]) -> forms.Field:
    options["required"] = False
    if asked.kind is Kind.NUMBER:
        return forms.IntegerField(min_value=0, max_value=asked.most, **options)
    if asked.kind is Kind.WHEN:
        return forms.DateTimeField(widget=forms.DateTimeInput, **options)
    if asked.kind is Kind.DAY:
        return forms.DateField(widget=forms.DateInput, **options)
    if asked.kind is Kind.TEXT:
        options["widget"] = forms.Textarea(attrs={"rows": "4"})
    return forms.CharField(max_length=asked.longest, **options)


def _choices(asked: Field) -> Any:
    return asked.choices.choices if asked.choices else YesNo.choices


def _read(text: Any) -> list[dict[str, Any]]:
    """Rows out of JSON; what is no JSON is no row, and what is no row says so when it is cleaned."""
    try:
        found = json.loads(text) if text else []
    except (TypeError, ValueError):
        return []
    rows_given = found if isinstance(found, list) else [found]
    return [row for row in rows_given if isinstance(row, dict)]


def _cell(column: Field, given: Any) -> Any:
    """A time that is typed without its zone is one of the clock on the wall."""
    if column.kind is not Kind.WHEN or not given:
        return given
    try:
        moment = parse_datetime(str(given))
    except ValueError:
        return given
    return timezone.make_aware(moment).isoformat() if moment and timezone.is_naive(moment) else given


def _added(data: Any, name: str) -> list[str]:
    return list(data.getlist(name)) if hasattr(data, "getlist") else [data[name]] if name in data else []
