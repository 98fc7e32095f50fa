"""What is sent about a record that may have moved on since it was shown, by page and by program."""

from collections.abc import Mapping
from typing import Any

from django import forms
from rest_framework import serializers


class CurrentVersion(forms.HiddenInput):
    """Written with what is true now, the record's version above all, so that a refused form can be sent again."""

    now: int | str = 0

    def format_value(self, value: Any) -> str:
        """What is true now, whatever was sent before."""
        return str(self.now)


class VersionForm(forms.Form):
    """Carries the version that its reader saw."""

    version = forms.IntegerField(min_value=1, widget=CurrentVersion)

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, **options: Any) -> None:
        super().__init__(data, **options)
        self.write("version", version)

    def write(self, name: str, now: int | str) -> None:
        """Let the drawn form carry this in the named field."""
        widget = self.fields[name].widget
        if isinstance(widget, CurrentVersion):
            widget.now = now


class VersionIn(serializers.Serializer[Any]):
    """The reading that the caller acts on."""

    version = serializers.IntegerField(min_value=1)
