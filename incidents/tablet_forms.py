"""Door 1: giving a device up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

LONGEST_REASON = 200


class RevokeForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("Lost, stolen, handed back, broken. What it still holds is taken over before it is wiped."),
    )


class RevokeIn(serializers.Serializer[Any]):
    """Why."""

    reason = serializers.CharField(max_length=LONGEST_REASON)
