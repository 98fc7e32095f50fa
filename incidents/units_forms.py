"""Door 1: what the pages of the console's queue, officers and desks accept."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.web.versions import VersionForm
from incidents.console_vocabulary import RELEASES
from incidents.models import Desk
from incidents.selectors import candidates, handovers
from officers.models import Officer
from officers.roles import Duty

TABS = (("all", _("All")), ("crisis", _("Crisis")), ("waiting", _("Waiting")), ("mine", _("Mine")))
SHOWN = (("all", _("All")), ("cit", _("CIT")), ("available", _("Available")))


class BoardQuery(forms.Form):
    """What the console shows: the selected incident, the tab of the queue, which officers, of which zone."""

    incident = forms.UUIDField(required=False)
    tab = forms.ChoiceField(choices=TABS, required=False)
    show = forms.ChoiceField(choices=SHOWN, required=False)
    zone = forms.UUIDField(required=False)


class ReleaseForm(VersionForm):
    """Why a unit is freed while the incident goes on."""

    release_reason = forms.ChoiceField(label=_("Why the unit is freed"), choices=RELEASES, widget=forms.RadioSelect)


class PendingForm(forms.Form):
    """For whom the incident waits."""

    officer = forms.ModelChoiceField(label=_("Officer"), queryset=Officer.objects.none(), empty_label="–")

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor) -> None:
        super().__init__(data)
        officer = self.fields["officer"]
        if isinstance(officer, forms.ModelChoiceField):
            officer.queryset = candidates.officers(actor).exclude(duty=Duty.OFF_DUTY).order_by("call_sign")


class OfferForm(VersionForm):
    """To which desk, and what it should know."""

    to_desk = forms.ModelChoiceField(label=_("To which desk"), queryset=Desk.objects.none(), empty_label="–")
    note = forms.CharField(
        label=_("What they should know"), max_length=4000, widget=forms.Textarea(attrs={"rows": "4"})
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, actor: Actor) -> None:
        super().__init__(data, version=version)
        desk = self.fields["to_desk"]
        if isinstance(desk, forms.ModelChoiceField):
            desk.queryset = handovers.desks(actor)


class NoWordsForm(forms.Form):
    """A step that needs no words."""


class StatusForm(forms.Form):
    """What an officer on duty can be asked for."""

    duty = forms.ChoiceField(
        label=_("Status"), choices=[choice for choice in Duty.choices if choice[0] != Duty.OFF_DUTY]
    )
