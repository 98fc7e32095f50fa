"""Door 1: what the pages of the console's queue, officers and desks accept."""

from django import forms
from django.utils.translation import gettext_lazy as _

TABS = (("all", _("All")), ("crisis", _("Crisis")), ("waiting", _("Waiting")), ("mine", _("Mine")))
SHOWN = (("all", _("All")), ("cit", _("CIT")), ("available", _("Available")))


class BoardQuery(forms.Form):
    """What the console shows: the selected incident, the tab of the queue, which officers, of which zone."""

    incident = forms.UUIDField(required=False)
    tab = forms.ChoiceField(choices=TABS, required=False)
    show = forms.ChoiceField(choices=SHOWN, required=False)
    zone = forms.UUIDField(required=False)
