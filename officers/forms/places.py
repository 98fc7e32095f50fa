"""What people type about places. Fields are named as the services name them; `version` is the expected one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from officers.places.matching import LONGEST
from officers.selectors.places_kept import KEPT


class PlaceQuery(forms.Form):
    """What somebody has typed of a place so far."""

    q = forms.CharField(max_length=LONGEST, required=False, strip=True)


class AboutQuery(forms.Form):
    """Which place somebody asks about, by the key that a form carries."""

    key = forms.CharField(max_length=60, required=False)


class PlacesQuery(forms.Form):
    """What the page of places shows: a kind, a search in it, and a place that is looked up."""

    kind = forms.ChoiceField(choices=[(noun, noun) for noun in KEPT], required=False)
    q = forms.CharField(label=_("Search"), max_length=80, required=False)
    page = forms.IntegerField(min_value=1, required=False)
    place = forms.CharField(label=_("Look a place up"), max_length=LONGEST, required=False)
    key = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)


class TurnForm(VersionForm):
    """Withdraw a row, or restore it."""

    move = forms.ChoiceField(choices=[("withdraw", "withdraw"), ("restore", "restore")])


class RowsQuery(forms.Form):
    """A search in one kind of rows."""

    q = forms.CharField(max_length=80, required=False)
    page = forms.IntegerField(min_value=1, required=False)
