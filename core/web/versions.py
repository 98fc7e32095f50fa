"""A form about a record that may have moved on since it was shown."""

from collections.abc import Mapping
from typing import Any

from django import forms


class CurrentVersion(forms.HiddenInput):
    """Written with the record's version as it is now, so that a refused form can be sent again."""

    now = 0

    def format_value(self, value: Any) -> str:
        """The version, whatever was sent before."""
        return str(self.now)


class VersionForm(forms.Form):
    """Carries the version that its reader saw."""

    version = forms.IntegerField(min_value=1, widget=CurrentVersion)

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, **options: Any) -> None:
        super().__init__(data, **options)
        widget = self.fields["version"].widget
        if isinstance(widget, CurrentVersion):
            widget.now = version
