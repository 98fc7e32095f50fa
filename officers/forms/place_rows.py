"""Rows about places as people type them. Fields are named as the services name them; `version` is the expected one."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from officers.forms.coverage import DAYS
from officers.models import BellPeriod, Campus
from officers.places.matching import LONGEST
from officers.services.extensions import NUMBER
from officers.vocabulary import PremiseKind


class PlacedForm(forms.Form):
    """About a place: its words, and its key once it was chosen from what is offered."""

    place = forms.CharField(label=_("Place"), max_length=LONGEST)
    place_key = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)


class AliasForm(PlacedForm):
    """What people type or say for a place."""

    alias = forms.CharField(label=_("Alias"), max_length=40)
    field_order = ("alias", "place")


class ChangeAliasForm(AliasForm, VersionForm):
    """The same about an alias that may have moved on."""


class ExtensionForm(PlacedForm):
    """A telephone and where it stands."""

    number = forms.RegexField(
        label=_("Extension"),
        regex=f"^{NUMBER.pattern}$",
        max_length=12,
        error_messages={"invalid": _("An extension has 2 to 12 digits and nothing else.")},
    )
    name = forms.CharField(label=_("Name of the telephone"), max_length=80, required=False)
    field_order = ("number", "name", "place")


class ChangeExtensionForm(ExtensionForm, VersionForm):
    """The same about an extension that may have moved on."""


class PremiseForm(PlacedForm):
    """What an officer should know before walking in."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PremiseKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What to know"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text=_("About the place only: no names and nothing about a student."),
    )
    until = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    field_order = ("kind", "text", "until", "place")


class ChangePremiseForm(PremiseForm, VersionForm):
    """The same about a note that may have moved on."""


class CampusForm(forms.Form):
    """About a campus of the agency."""

    campus = forms.ModelChoiceField(label=_("Campus"), queryset=Campus.objects.none(), empty_label="–")

    def __init__(self, *args: Any, campuses: QuerySet[Campus], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["campus"]
        field.queryset = campuses


class PeriodForm(CampusForm):
    """A period of a campus's day."""

    name = forms.CharField(label=_("Period"), max_length=40)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days"), choices=DAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    starts = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(label=_("Until"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class ChangePeriodForm(PeriodForm, VersionForm):
    """The same about a period that may have moved on."""


class UseForm(PlacedForm):
    """Who is likely in a room during a period."""

    period = forms.ModelChoiceField(label=_("Period"), queryset=BellPeriod.objects.none(), empty_label="–")
    group = forms.CharField(
        label=_("Class or group"), max_length=80, help_text=_("Such as “Biology, grade 10”; never a student.")
    )
    adult = forms.CharField(label=_("Adult"), max_length=80, required=False)
    people = forms.IntegerField(label=_("About how many people"), min_value=0, max_value=5000, required=False)
    field_order = ("period", "place", "group", "adult", "people")

    def __init__(self, *args: Any, periods: QuerySet[BellPeriod], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["period"]
        field.queryset = periods
        field.label_from_instance = in_words


class ChangeUseForm(UseForm, VersionForm):
    """The same about a class that may have moved on."""


def in_words(period: BellPeriod) -> str:
    """A period with its campus and hours, since every campus has a first one."""
    return f"{period.campus.code} {period.name}, {period.starts:%H:%M}–{period.ends:%H:%M}"
