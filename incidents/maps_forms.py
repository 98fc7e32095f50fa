"""Which part of a map is asked for."""

from django import forms


class FloorQuery(forms.Form):
    """The tab: a floor's number, or the campus."""

    floor = forms.RegexField(r"^(-?\d{1,3}|campus)$", required=False)
