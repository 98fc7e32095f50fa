"""What people type about plans. Fields are named as the services name them; `version` is the expected one."""

from django import forms


class NumberQuery(forms.Form):
    """Which drawing's picture; the address changes with it, so that a browser may keep it."""

    number = forms.IntegerField(min_value=1, required=False)
