"""Door 1 of taking calls: what its pages accept. The same names and bounds as `incidents.api.intake`."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule
from incidents import intake_script, intake_typed
from incidents.forms import EMPTY, LANGUAGES
from incidents.models.incident import LONGEST_SAID
from incidents.record_vocabulary import Grade, PersonRole
from incidents.scripting import Script
from incidents.selectors import candidates
from incidents.selectors.intake_where import where
from incidents.services.intake_rows import Where
from incidents.shown import LONGEST
from incidents.vocabulary import OVERRIDES, CallerRole, CitUnavailable, Nature, Origin, Via
from officers.models import Officer

LENGTHS = intake_typed.LENGTHS


class PersonForm(forms.Form):
    """One person the call is about; a row left empty is nobody."""

    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    description = forms.CharField(label=_("Person in crisis"), max_length=200, required=False)
    grade = forms.ChoiceField(label=_("Grade"), choices=[EMPTY, *Grade.choices], required=False)
    role = forms.ChoiceField(label=_("The person is"), choices=[EMPTY, *PersonRole.choices], required=False)


class Given(forms.Widget):
    """What belongs to one name in the data, read by a function; the page draws it by itself."""

    def __init__(self, read: Any) -> None:
        super().__init__()
        self.read = read

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """Whatever the function finds."""
        return self.read(data)


def _flat(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in data}


def _people(data: Mapping[str, Any]) -> list[dict[str, str]]:
    return [one for one in intake_typed.subjects(data) if any(one.values())]


class IntakeForm(forms.Form):
    """A call with its answers, its people and the units to send."""

    client_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    place = forms.CharField(max_length=LENGTHS["place"], required=False, widget=forms.HiddenInput)
    place_text = forms.CharField(label=_("Location"), max_length=200, required=False)
    extension = forms.CharField(label=_("Extension"), max_length=12, required=False)
    nature = forms.ChoiceField(label=_("Nature"), choices=Nature.choices)
    received_via = forms.ChoiceField(
        label=_("Reached us by"), choices=Via.choices, required=False, initial=Via.DISTRICT_PHONE
    )
    caller_role = forms.ChoiceField(label=_("Caller is"), choices=[EMPTY, *CallerRole.choices], required=False)
    caller_name = forms.CharField(label=_("Caller’s name"), max_length=80, required=False)
    callback = forms.CharField(label=_("Callback number"), max_length=20, required=False)
    language_needed = forms.ChoiceField(label=_("Language needed"), choices=LANGUAGES, required=False)
    said = forms.CharField(
        label=_("What was said"),
        max_length=LONGEST_SAID,
        required=False,
        widget=forms.Textarea(attrs={"rows": "2"}),
    )
    origin = forms.ChoiceField(label=_("It came by"), choices=Origin.choices, required=False, initial=Origin.CALL)
    scheduled_for = forms.DateTimeField(
        label=_("It begins at"), required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    answers = forms.Field(required=False, widget=Given(_flat))
    subjects = forms.Field(required=False, widget=Given(_people))
    officers = forms.ModelMultipleChoiceField(label=_("Units"), queryset=Officer.objects.none(), required=False)
    cit_unavailable_reason = forms.ChoiceField(
        label=_("Why no CIT officer is sent"), choices=[EMPTY, *CitUnavailable.choices], required=False
    )
    override_reason = forms.ChoiceField(
        label=_("Why another unit than the first"), choices=[EMPTY, *OVERRIDES], required=False
    )
    override_note = forms.CharField(label=_("In a few words"), max_length=200, required=False)
    shown = forms.CharField(max_length=LONGEST, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor, script: Script, **options: Any) -> None:
        super().__init__(data, auto_id="intake_%s", **options)
        self.actor, self.script = actor, script
        officers = self.fields["officers"]
        if isinstance(officers, forms.ModelMultipleChoiceField):
            officers.queryset = candidates.officers(actor)

    def clean_received_via(self) -> str:
        """A call is from the telephone unless somebody says otherwise."""
        return str(self.cleaned_data["received_via"] or Via.DISTRICT_PHONE)

    def clean_origin(self) -> str:
        """What nobody said is a call."""
        return str(self.cleaned_data["origin"] or Origin.CALL)

    def clean_answers(self) -> dict[str, str]:
        """Only answers that the script offers."""
        return intake_script.answered(self.cleaned_data["answers"], self.script)

    def clean_subjects(self) -> list[dict[str, str]]:
        """Each person by the bounds of one row."""
        rows = [PersonForm(one) for one in self.cleaned_data["subjects"]]
        if not all(row.is_valid() for row in rows):
            raise ValidationError(_("Check the people: a text is too long, or a choice is none of those offered."))
        return [row.cleaned_data for row in rows]

    def clean_officers(self) -> list[Officer]:
        """In the order in which they were chosen."""
        order = [str(key) for key in self["officers"].value() or ()]
        return sorted(self.cleaned_data["officers"], key=lambda officer: order.index(str(officer.pk)))

    def clean(self) -> dict[str, Any]:
        """The place last, because it can be told in two ways."""
        clean = super().clean() or {}
        if "place" in clean and "place_text" in clean:
            clean["place"] = self._where(clean["place"], clean["place_text"])
        return clean

    def _where(self, key: str, text: str) -> Where | None:
        try:
            return where(self.actor, key, text)
        except BrokenRule as refusal:
            self.add_error("place_text", str(refusal))
            return None


class SaveForm(forms.Form):
    """One saving of a draft: it counts up, so that a late one is known."""

    step = forms.IntegerField(min_value=1, max_value=1_000_000_000, required=False)
    typed = forms.Field(required=False, widget=Given(intake_typed.kept))


class TakeForm(forms.Form):
    """A new call; the same key again is the same call."""

    client_key = forms.UUIDField()
    typed = forms.Field(required=False, widget=Given(intake_typed.kept))


class PanelQuery(forms.Form):
    """The parameters of the panel."""

    draft = forms.UUIDField(required=False)
    # The telephone that rings, as the district's telephone system names it when it opens the page.
    extension = forms.CharField(max_length=LENGTHS["extension"], required=False)
