"""Notes, files and names: what pages and programs send. The same names and bounds for both."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from incidents.models.notes import LONGEST
from incidents.selectors.timeline import ALL

SHOWN = (
    (ALL, _("All")),
    ("calls", _("Calls")),
    ("units", _("Units")),
    ("notes", _("Notes")),
    ("handoffs", _("Hand-offs")),
)


class CaseQuery(forms.Form):
    """What of the timeline is shown, and whether it follows the newest line."""

    show = forms.ChoiceField(choices=SHOWN, required=False)
    follow = forms.ChoiceField(choices=[("1", "1")], required=False)


class NoteForm(forms.Form):
    """A note, or the correction of one."""

    text = forms.CharField(
        label=_("Note"), max_length=LONGEST, strip=False, widget=forms.Textarea(attrs={"rows": "2", "maxlength": ""})
    )


class NoteIn(serializers.Serializer[Any]):
    """A note, or the correction of one."""

    text = serializers.CharField(max_length=LONGEST, trim_whitespace=False)


class FileForm(forms.Form):
    """A picture or document, and what it shows."""

    file = forms.FileField(label=_("File"), help_text=_("PDF, PNG or JPEG."))
    shows = forms.CharField(label=_("What it shows"), max_length=120)


class FileIn(serializers.Serializer[Any]):
    """A picture or document, and what it shows."""

    file = serializers.FileField()
    shows = serializers.CharField(max_length=120)


class EmptyForm(forms.Form):
    """A button that needs no words."""


class EmptyIn(serializers.Serializer[Any]):
    """A command that needs no words."""
