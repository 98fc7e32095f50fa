"""What supervisors type about templates, rotations and a term."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.web.versions import VersionForm
from officers.forms.shifts import NEXT_DAY, Chooses, campus_field, officer_field, override_field
from officers.models import ShiftTemplate
from officers.planning.rotation import LONGEST
from officers.selectors import choices
from officers.vocabulary import Position

OFF = "-"


class PatternField(forms.CharField):
    """One template's name for each day, separated by commas; a hyphen is a day off. Its value is a list of keys."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=2_000, widget=forms.Textarea(attrs={"rows": "3"}), **options)
        self.templates: list[ShiftTemplate] = []

    def clean(self, value: Any) -> Any:
        """The keys, or the name that is not known."""
        names = [name.strip() for name in str(super().clean(value)).replace("\n", ",").split(",") if name.strip()]
        if len(names) > LONGEST:
            raise forms.ValidationError(_("At most %(longest)d days."), params={"longest": LONGEST})
        known = {each.name.casefold(): str(each.pk) for each in self.templates} | {OFF: "", "–": ""}
        for name in names:
            if name.casefold() not in known:
                raise forms.ValidationError(_("There is no template “%(name)s”."), params={"name": name})
        return [known[name.casefold()] for name in names]

    def prepare_value(self, value: Any) -> Any:
        """Keys as names."""
        if not isinstance(value, list):
            return value
        names = {str(each.pk): each.name for each in self.templates}
        return ", ".join(names.get(key, OFF) for key in value)


class TemplateForm(forms.Form):
    """Named hours of the day."""

    name = forms.CharField(label=_("Name"), max_length=40)
    position = forms.ChoiceField(label=_("Position"), choices=Position.choices, widget=forms.RadioSelect)
    starts = forms.TimeField(label=_("Start"))
    ends = forms.TimeField(label=_("End"), help_text=NEXT_DAY)


class ChangeTemplateForm(TemplateForm, VersionForm):
    """The same about a template that may have moved on."""

    active = forms.BooleanField(label=_("In use"), required=False)


class RotationForm(forms.Form):
    """A pattern of days."""

    name = forms.CharField(label=_("Name"), max_length=40)
    starts_on = forms.DateField(label=_("First day of the pattern"))
    pattern = PatternField(
        label=_("Pattern"),
        help_text=_("One template for each day, separated by commas; a hyphen is a day off: Day, Day, -, Night."),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        pattern: Any = self.fields["pattern"]
        pattern.templates = list(choices.templates(actor))


class ChangeRotationForm(RotationForm, VersionForm):
    """The same about a rotation that may have moved on."""

    active = forms.BooleanField(label=_("In use"), required=False)


class JoinForm(Chooses):
    """Who works a rotation."""

    officer = officer_field()
    offset_days = forms.IntegerField(
        label=_("Days behind the first"), min_value=0, max_value=LONGEST, initial=0, required=True
    )
    campus = campus_field()
    from_day = forms.DateField(label=_("First day"))
    to_day = forms.DateField(label=_("Last day"), required=False, help_text=_("Empty: until further notice."))


class LeaveRotationForm(forms.Form):
    """The last day in a rotation."""

    to_day = forms.DateField(label=_("Last day"))


class GenerateForm(forms.Form):
    """A term."""

    from_day = forms.DateField(label=_("First day"))
    to_day = forms.DateField(label=_("Last day"))
    override_reason = override_field()


class ImportForm(forms.Form):
    """A file of shifts, read as text so that the check and the import read the same."""

    file = forms.FileField(label=_("CSV file"))


class ImportTextForm(forms.Form):
    """The same file again, after it was checked."""

    content = forms.CharField(widget=forms.HiddenInput, max_length=2_000_000, strip=False)
