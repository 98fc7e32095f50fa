"""Door 1 of hand-offs: whom to call, who answered, and why nobody took over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.console_vocabulary import Destination, HandoffOutcome


class StartForm(forms.Form):
    """Whom to call."""

    destination = forms.ChoiceField(label=_("Call"), choices=Destination.choices, widget=forms.RadioSelect)


class TakenForm(VersionForm):
    """Who answered, and under which reference they keep it."""

    spoke_with = forms.CharField(
        label=_("Spoke with"), max_length=80, required=False, help_text=_("A name, a badge or a desk.")
    )
    reference = forms.CharField(label=_("Their reference"), max_length=40, required=False)


class FailForm(VersionForm):
    """Why nobody took over."""

    outcome = forms.ChoiceField(label=_("Why"), choices=HandoffOutcome.choices, widget=forms.RadioSelect)
