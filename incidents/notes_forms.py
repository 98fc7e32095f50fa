"""Notes, files, names and response plans: what pages and programs send. The same names and bounds for both."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from core import clock
from incidents.models.notes import LONGEST
from incidents.selectors.timeline import ALL

SHOWN = (
    (ALL, _("All")),
    ("calls", _("Calls")),
    ("units", _("Units")),
    ("notes", _("Notes")),
    ("handoffs", _("Hand-offs")),
)
USUAL_TERM = timedelta(days=180)


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


class PlanForm(forms.Form):
    """One version of a response plan."""

    student_number = forms.CharField(label=_("Student number"), max_length=20)
    caution = forms.CharField(
        label=_("Caution"), max_length=200, required=False, help_text=_("The one line that is read first.")
    )
    helps = forms.CharField(label=_("What helps"), max_length=400, widget=forms.Textarea(attrs={"rows": "3"}))
    avoid = forms.CharField(
        label=_("What to avoid"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": "3"})
    )


class PlanIn(serializers.Serializer[Any]):
    """One version of a response plan."""

    student_number = serializers.CharField(max_length=20)
    caution = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    helps = serializers.CharField(max_length=400)
    avoid = serializers.CharField(max_length=400, required=False, allow_blank=True, default="")


def usual_end() -> Any:
    """Half a year from today."""
    return timezone.localdate(clock.now()) + USUAL_TERM


class ApproveForm(forms.Form):
    """Until when responders may follow it."""

    expires_on = forms.DateField(
        label=_("Valid until"), initial=usual_end, widget=forms.DateInput(attrs={"type": "date"})
    )


class ApproveIn(serializers.Serializer[Any]):
    """Until when responders may follow it."""

    expires_on = serializers.DateField()


class EmptyForm(forms.Form):
    """A button that needs no words."""


class EmptyIn(serializers.Serializer[Any]):
    """A command that needs no words."""
