"""Door 1 of the de-escalation record: taps, none of them preselected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.record_vocabulary import Behavior, Force, Injured, Outcome, RecordNature, Technique, Weapon

YES_NO = [("true", _("Yes")), ("false", _("No"))]


class AskedWhenFiled(forms.Field):
    """Needed to file, so it is not called optional; a draft may leave it, so its absence is no mistake here."""

    def validate(self, value: Any) -> None:
        """Only what was answered is checked."""
        if value not in self.empty_values:
            super().validate(value)


class One(AskedWhenFiled, forms.TypedChoiceField):
    """One tap."""

    widget = forms.RadioSelect


class Several(AskedWhenFiled, forms.MultipleChoiceField):
    """Any number of taps."""

    widget = forms.CheckboxSelectMultiple


def yes(value: str) -> bool:
    """The tap as truth."""
    return value == "true"


class RecordForm(VersionForm):
    """What one officer saw, did and what came of it."""

    nature = Several(label=_("What kind of crisis"), choices=RecordNature.choices)
    behaviors = Several(label=_("Seen or told"), choices=Behavior.choices)
    weapon = One(label=_("Weapon"), choices=Weapon.choices)
    techniques = Several(label=_("Techniques used"), choices=Technique.choices, required=False)
    force_highest = One(label=_("Highest force used"), choices=Force.choices, coerce=int, empty_value=None)
    force_reportable = One(
        label=_("Is this force reportable?"),
        choices=YES_NO,
        coerce=yes,
        empty_value=None,
        required=False,
        help_text=_("Needed from soft hands upward."),
    )
    anyone_injured = One(label=_("Was anyone injured?"), choices=YES_NO, coerce=yes, empty_value=None)
    injured = Several(label=_("Who was injured"), choices=Injured.choices, required=False)
    primary_outcome = One(label=_("How it ended"), choices=Outcome.choices)
    outcomes = Several(label=_("It also ended with"), choices=Outcome.choices, required=False)
    arrestable_but_diverted = One(
        label=_("Was an arrest possible, and were services chosen?"), choices=YES_NO, coerce=yes, empty_value=None
    )
    narrative = forms.CharField(
        label=_("In your words"), max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": "4"})
    )


FIELDS = tuple(name for name in RecordForm.base_fields if name != "version")


def stored(record: Any) -> dict[str, Any]:
    """A record's answers as the form takes them."""
    found = {name: getattr(record, name) for name in FIELDS}
    return {name: str(value).lower() if isinstance(value, bool) else value for name, value in found.items()}
