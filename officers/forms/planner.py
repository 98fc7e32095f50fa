"""The parameters of the planner's addresses."""

from django import forms

from officers.forms.coverage import WeekField
from officers.vocabulary import Position


class PlannerQuery(forms.Form):
    """Which week, and whose."""

    week = WeekField(required=False)
    position = forms.ChoiceField(choices=[("", ""), *Position.choices], required=False)
    campus = forms.UUIDField(required=False)


class DayQuery(forms.Form):
    """The day that a form begins with."""

    day = forms.DateField(required=False)


class TermQuery(forms.Form):
    """The term of a preview."""

    from_day = forms.DateField(required=False)
    to_day = forms.DateField(required=False)
    override_reason = forms.CharField(required=False, max_length=12)


class ExportQuery(forms.Form):
    """What an export holds."""

    from_day = forms.DateField(required=False)
    to_day = forms.DateField(required=False)
