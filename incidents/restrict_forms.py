"""Why a unit is not sent to a person again, and until when."""

from django import forms
from django.utils.translation import gettext_lazy as _


class KeepAwayForm(forms.Form):
    """The person and the unit are those of the record."""

    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("No names of students."))
    until = forms.DateField(label=_("Last day"), required=False, widget=forms.DateInput)
