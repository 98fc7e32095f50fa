"""What the command line sends."""

from django import forms
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from incidents.models.notes import LONGEST

LINE = LONGEST + 100


class CommandForm(forms.Form):
    """A typed line, and what its preview said it means."""

    line = forms.CharField(label=_("Command"), max_length=LINE, strip=False)
    meaning = forms.CharField(max_length=400, required=False, widget=forms.HiddenInput)


class CommandIn(serializers.Serializer[None]):
    """A typed line, and what its reading said it means."""

    line = serializers.CharField(max_length=LINE, trim_whitespace=False)
    meaning = serializers.CharField(max_length=400, required=False, allow_blank=True)
