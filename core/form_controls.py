"""Which control a form field is drawn as. Templates hold the markup; this holds the choice."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField

SHORT_LABEL = 10
SEG_OPTIONS = 4
DJANGO_ROWS, ROWS = "10", "3"
NATIVE = (
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)


def describe(bound: BoundField, shape: str, tones: Mapping[str, str]) -> dict[str, Any]:
    """What `ui/field.html` needs to draw one field."""
    context: dict[str, Any] = {"bound": bound, "kind": _kind(bound)}
    if context["kind"] in ("choices", "taps"):
        context["options"] = _options(bound, tones)
        context["shape"] = shape or _shape(context)
        context["described"] = _described(bound)
        return context
    context["control"] = _control(bound, context["kind"])
    return context


def mistakes(form: BaseForm) -> list[dict[str, str]]:
    """Every mistake with the id of the control to go to; a form-wide one has none."""
    found = [{"target": "", "text": str(text)} for text in form.non_field_errors()]
    for bound in form:
        if bound.errors and bound.is_hidden:
            found.extend({"target": "", "text": str(text)} for text in bound.errors)
        elif bound.errors:
            target = _target(bound)
            name = str(bound.label).strip("¿?:")
            found.extend({"target": target, "text": f"{name}: {text}"} for text in bound.errors)
    return found


def _target(bound: BoundField) -> str:
    if _kind(bound) in ("choices", "taps"):
        return f"{bound.auto_id}_0"
    return str(bound.id_for_label)


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "taps"
    if isinstance(widget, forms.RadioSelect):
        return "choices"
    return "check" if isinstance(widget, forms.CheckboxInput) else "input"


def _options(bound: BoundField, tones: Mapping[str, str]) -> list[dict[str, Any]]:
    listed = []
    for option in bound.subwidgets:
        value = str(option.data["value"])
        if value:
            listed.append(
                {
                    "input": option.tag(),
                    "label": option.choice_label,
                    "id": option.id_for_label,
                    "tone": tones.get(value, ""),
                }
            )
    return listed


def _shape(context: Mapping[str, Any]) -> str:
    options = context["options"]
    short = all(len(str(option["label"])) <= SHORT_LABEL for option in options)
    few = len(options) <= SEG_OPTIONS
    return "seg" if context["kind"] == "choices" and short and few else "tiles"


def _described(bound: BoundField) -> str:
    ids = [f"{bound.auto_id}_helptext"] if bound.help_text else []
    return " ".join([*ids, f"{bound.auto_id}_error"] if bound.errors else ids)


def _control(bound: BoundField, kind: str) -> str:
    widget = copy(bound.field.widget)
    attrs = dict(widget.attrs)
    if attrs.get("rows") == DJANGO_ROWS:
        attrs["rows"] = ROWS
    if "placeholder" in attrs and str(attrs["placeholder"]).startswith(str(bound.label)):
        # A placeholder that only repeats the label looks like an answer already given.
        del attrs["placeholder"]
    widget.attrs = attrs
    if kind == "input":
        attrs["class"] = f"{attrs.get('class', '')} input".strip()
    for widget_type, input_type, written in NATIVE:
        if isinstance(widget, widget_type):
            widget.input_type, widget.format = input_type, written
            break
    return bound.as_widget(widget=widget)
