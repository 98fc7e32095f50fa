"""What people type about the roster. Fields are named as the services name them; `version` is the expected one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.web.versions import VersionForm
from officers.models import Campus, Officer, User
from officers.roles import License, Role
from officers.rostering.standing import GIVEN
from officers.selectors import roster as selector
from officers.selectors import roster_file
from officers.vocabulary import Language, RestrictionKind, Skill

NOTHING = ("", "–")
ROLES = [(value, label) for value, label in Role.choices if value in GIVEN]


def _day(label: Any, *, required: bool = False) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput)


def _several(label: Any, choices: Any, *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


class PersonForm(forms.Form):
    """Everything the roster knows of a person."""

    name = forms.CharField(label=_("Name"), max_length=80)
    email = forms.EmailField(label=_("E-mail"), max_length=190, help_text=_("The address of the log-in."))
    badge = forms.CharField(label=_("Badge"), max_length=12)
    call_sign = forms.CharField(label=_("Call sign"), max_length=8)
    home_campus = forms.ModelChoiceField(label=_("Home campus"), queryset=Campus.objects.none(), empty_label="–")
    roles = _several(_("Roles"), ROLES, required=True)
    license = forms.ChoiceField(label=_("License"), choices=[NOTHING, *License.choices])
    license_number = forms.CharField(label=_("License number"), max_length=20, required=False)
    licensed_on = _day(_("Licensed on"))
    license_expires_on = _day(_("License ends on"))
    pid = forms.CharField(label=_("Personal identifier (PID)"), max_length=12, required=False)
    hired_on = _day(_("Hired on"))
    appointed_on = _day(_("Appointed on"))
    placed_on = _day(_("Placed in a school on"))
    supervisor = forms.ModelChoiceField(
        label=_("Supervisor"), queryset=User.objects.none(), required=False, empty_label="–"
    )
    languages = _several(_("Languages"), Language.choices)
    skills = _several(_("Skills"), Skill.choices)

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor, **options: Any) -> None:
        super().__init__(data, **options)
        campus, supervisor = self.fields["home_campus"], self.fields["supervisor"]
        if isinstance(campus, forms.ModelChoiceField) and isinstance(supervisor, forms.ModelChoiceField):
            campus.queryset = selector.campuses(actor)
            supervisor.queryset = roster_file.supervisors(actor)


class ChangePersonForm(PersonForm, VersionForm):
    """The same about somebody whose row may have moved on."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor, version: int, **options: Any) -> None:
        super().__init__(data, actor=actor, version=version, **options)

    @staticmethod
    def initial_of(officer: Officer, roles: list[str]) -> dict[str, Any]:
        """What stands in the form before anybody types."""
        return selector.facts_of(officer, roles)


class DeactivateForm(VersionForm):
    """The day somebody leaves."""

    separated_on = _day(_("Day of leaving"), required=True)


class ReactivateForm(VersionForm):
    """The day somebody is hired again."""

    hired_on = _day(_("Hired again on"), required=True)


class PhotoForm(forms.Form):
    """A photo of the person."""

    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("PNG or JPEG. It is made small, and what it says about place and time is removed."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )


class RestrictForm(forms.Form):
    """What somebody must not be sent to. A person is named only from an incident with that person."""

    kind = forms.ChoiceField(label=_("Not to be sent to"), choices=RestrictionKind.choices, widget=forms.RadioSelect)
    campus = forms.ModelChoiceField(
        label=_("Campus"), queryset=Campus.objects.none(), required=False, empty_label=_("No single campus")
    )
    subject_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("No names of students."))
    from_day = _day(_("From"), required=True)
    until = _day(_("Last day"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor, **options: Any) -> None:
        super().__init__(data, **options)
        campus = self.fields["campus"]
        if isinstance(campus, forms.ModelChoiceField):
            campus.queryset = selector.campuses(actor)


class OfficeRestrictForm(RestrictForm):
    """From the person's page: a campus or all calls."""

    kind = forms.ChoiceField(
        label=_("Not to be sent to"),
        choices=[choice for choice in RestrictionKind.choices if choice[0] != RestrictionKind.PERSON],
        widget=forms.RadioSelect,
    )


class NothingForm(forms.Form):
    """A step that needs no words."""


class UploadForm(forms.Form):
    """A roster file to look at."""

    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("At most 1 MB and 2,000 rows. Nothing changes until you have seen what would."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )


class TakeForm(forms.Form):
    """A file that was looked at, sealed, and the look itself."""

    sealed = forms.CharField(max_length=settings.DATA_UPLOAD_MAX_MEMORY_SIZE, widget=forms.HiddenInput)
    digest = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class RosterQuery(forms.Form):
    """What the list may be asked for; empty means everybody on the roster."""

    q = forms.CharField(label=_("Name, badge or call sign"), max_length=80, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=[NOTHING, *ROLES], required=False)
    campus = forms.ModelChoiceField(label=_("Campus"), queryset=Campus.objects.none(), required=False, empty_label="–")
    status = forms.ChoiceField(label=_("Status"), choices=[NOTHING, *selector.STATUSES], required=False)
    cit = forms.ChoiceField(label=_("CIT"), choices=[NOTHING, *selector.CIT_STATES], required=False)
    language = forms.ChoiceField(label=_("Language"), choices=[NOTHING, *Language.choices], required=False)
    skill = forms.ChoiceField(label=_("Skill"), choices=[NOTHING, *Skill.choices], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor) -> None:
        super().__init__(data)
        campus = self.fields["campus"]
        if isinstance(campus, forms.ModelChoiceField):
            campus.queryset = selector.campuses(actor)
