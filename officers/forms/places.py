"""What people type about places. Fields are named as the services name them; `version` is the expected one."""

from django import forms

from officers.places.matching import LONGEST


class PlaceQuery(forms.Form):
    """What somebody has typed of a place so far."""

    q = forms.CharField(max_length=LONGEST, required=False, strip=True)


class AboutQuery(forms.Form):
    """Which place somebody asks about, by the key that a form carries."""

    key = forms.CharField(max_length=60, required=False)
