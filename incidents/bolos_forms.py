"""Door 1: a lookout as a dispatcher types it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from incidents.console_vocabulary import LookoutKind
from incidents.models import Incident
from incidents.selectors import bolos, places
from officers.models import Campus

LASTS = (
    (60, _("1 hour")),
    (120, _("2 hours")),
    (240, _("4 hours")),
    (480, _("8 hours")),
    (720, _("12 hours")),
    (1440, _("24 hours")),
)
LONGEST = 1000


class LookoutForm(forms.Form):
    """What to watch for, where, and how long."""

    kind = forms.ChoiceField(label=_("Kind"), choices=LookoutKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What to look for"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": "4"}),
        help_text=_("What can be seen: clothes, height, direction, vehicle. No diagnosis, and a name only if needed."),
    )
    campus = forms.ModelChoiceField(
        label=_("Campus"), queryset=Campus.objects.none(), required=False, empty_label=_("The whole district")
    )
    incident = forms.ModelChoiceField(
        label=_("Incident"), queryset=Incident.objects.none(), required=False, empty_label="–"
    )
    expires_in = forms.TypedChoiceField(label=_("Stands for"), choices=LASTS, coerce=int, initial=240)

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor) -> None:
        super().__init__(data)
        campus, incident = self.fields["campus"], self.fields["incident"]
        if isinstance(campus, forms.ModelChoiceField) and isinstance(incident, forms.ModelChoiceField):
            campus.queryset, incident.queryset = places.campuses(actor), bolos.incidents(actor)
