"""Door 1: people as pages send them. Every choice begins empty: what nobody asked is not answered."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.web.versions import CurrentVersion, VersionForm
from incidents.models import Person
from incidents.people_vocabulary import RaceEthnicity, Sex, Veteran, YesNo
from incidents.record_vocabulary import Grade, PersonRole
from incidents.selectors import people_search
from officers.models import Campus
from officers.selectors import choices
from officers.vocabulary import Language

EMPTY = ("", "–")
LONGEST_REASON, OLDEST, OTHER_NAMES = 200, 120, 8


def _select(label: Any, listed: type[TextChoices]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[EMPTY, *listed.choices], required=False)


def _text(label: Any, length: int, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False, **options)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput(attrs={"autocomplete": "off"}))


def _reason(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_REASON, **options)


class FindForm(forms.Form):
    """Whom to look for; what is given has to agree."""

    name = _text(_("Name"), 80, min_length=2)
    student_number = _text(_("Student number"), 20)
    birth_date = _day(_("Birth date"))

    def clean(self) -> dict[str, Any]:
        """At least one of them."""
        found = super().clean() or {}
        if not self.errors and not any(found.get(name) for name in ("name", "student_number", "birth_date")):
            raise forms.ValidationError(_("Give a name, a student number or a birth date."))
        return found


class SearchForm(FindForm):
    """The same outside an incident, with the reason."""

    reason = _reason(_("Why you need this"), help_text=_("It is kept with your name."))


class ReasonForm(forms.Form):
    """Why."""

    reason = _reason(_("Why"))


class EmptyForm(forms.Form):
    """A button that needs no words."""


class LinkForm(forms.Form):
    """Who it is."""

    person = forms.ModelChoiceField(queryset=Person.objects.none(), widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor) -> None:
        super().__init__(data)
        field = self.fields["person"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = people_search.candidates(actor)


class NewPersonForm(forms.Form):
    """Somebody who is entered for the first time."""

    given_name = _text(_("Given name"), 80)
    family_name = _text(_("Family name"), 80)
    birth_date = _day(_("Birth date"))
    student_number = _text(_("Student number"), 20, help_text=_("Never a social security number."))


class EncounterForm(forms.Form):
    """What became known of the person at this incident."""

    birth_date = _day(_("Birth date"))
    age_estimate = forms.IntegerField(
        label=_("Estimated age"), min_value=0, max_value=OLDEST, required=False, help_text=_("In years.")
    )
    interpreter_used = _select(_("An interpreter helped"), YesNo)


class NamesField(forms.CharField):
    """Other names, separated by commas."""

    def prepare_value(self, value: Any) -> Any:
        """As it is typed."""
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        """Each of them, as often as a person may have one."""
        found = [name.strip() for name in str(super().clean(value)).split(",") if name.strip()]
        if len(found) > OTHER_NAMES or any(len(name) > 80 for name in found):
            raise forms.ValidationError(_("At most eight names of 80 letters."))
        return found


class PersonForm(VersionForm):
    """What is known of a person."""

    given_name = _text(_("Given name"), 80)
    family_name = _text(_("Family name"), 80)
    other_names = NamesField(label=_("Other names"), required=False, help_text=_("Separated by commas."))
    birth_date = _day(_("Birth date"))
    student_number = _text(_("Student number"), 20, help_text=_("Never a social security number."))
    role = _select(_("The person is"), PersonRole)
    grade = _select(_("Grade"), Grade)
    campus = forms.ModelChoiceField(label=_("Campus"), queryset=Campus.objects.none(), required=False, empty_label="–")
    sex = _select(_("Sex"), Sex)
    race_ethnicity = forms.MultipleChoiceField(
        label=_("Race and ethnicity"),
        choices=RaceEthnicity.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = _select(_("Language"), Language)
    interpreter = _select(_("Needs an interpreter"), YesNo)
    special_ed = _select(_("Special education"), YesNo)
    section_504 = _select(_("Section 504"), YesNo)
    veteran = _select(_("Veteran"), Veteran)
    unhoused = _select(_("Without a home"), YesNo)
    foster = _select(_("In foster care"), YesNo)
    idd_residential_program = _select(_("In a residential program for IDD"), YesNo)
    provider = _text(_("Provider or case manager"), 120)
    reported_diagnosis = _text(
        _("Reported diagnosis"), 200, help_text=_("Officers never diagnose: only with who reported it.")
    )
    reported_by = _text(_("Reported by"), 120)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, actor: Actor, initial: Any = None
    ) -> None:
        super().__init__(data, version=version, initial=initial)
        campus = self.fields["campus"]
        if isinstance(campus, forms.ModelChoiceField):
            campus.queryset = choices.campuses(actor)


class GuardianForm(forms.Form):
    """Who looks after a person."""

    name = forms.CharField(label=_("Name"), max_length=80)
    relationship = _text(_("Relationship"), 40)
    phone = _text(_("Phone"), 20)
    language = _select(_("Language"), Language)
    order = forms.IntegerField(label=_("Call as number"), min_value=1, max_value=9)


class MergeForm(VersionForm):
    """Which other row is the same person, as both were read."""

    absorbed = forms.ModelChoiceField(queryset=Person.objects.none(), widget=forms.HiddenInput)
    other_version = forms.IntegerField(min_value=1, widget=CurrentVersion)
    reason = _reason(_("Why they are one person"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, other: Person | None, actor: Actor
    ) -> None:
        super().__init__(data, version=version)
        field = self.fields["absorbed"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = people_search.mergeable(actor)
        if other is not None:
            field.initial = other.pk
            self.write("other_version", other.version)


class MergeQuery(forms.Form):
    """Which other row is looked at."""

    other = forms.UUIDField(required=False)


class UnmergeForm(forms.Form):
    """Why it is undone, and what goes along."""

    reason = _reason(_("Why they are two people"))
    along = forms.MultipleChoiceField(
        label=_("Came later and goes along"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, offered: list[tuple[str, str]] | None = None) -> None:
        super().__init__(data)
        field = self.fields["along"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = offered or []
        if not offered:
            field.widget = forms.MultipleHiddenInput()


class LooksQuery(forms.Form):
    """Which of the two streams, and which page."""

    of = forms.ChoiceField(choices=[("children", ""), ("adults", "")], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)
