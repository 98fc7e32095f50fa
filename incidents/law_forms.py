"""Door 1 of duties: what was tried and done, why it is late or waived, and the forms that the law asks for."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.law_vocabulary import Attempted, Expertise, Party, Recipient, StepKind, WaiveReason, Way

LONGEST = 400
LANGUAGES = (("en", _("English")), ("es", _("Spanish")))


def _words(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": "3"})
    return forms.CharField(label=label, max_length=LONGEST, required=required, help_text=help_text, widget=widget)


class DutiesQuery(forms.Form):
    """Which duties a list shows."""

    show = forms.ChoiceField(choices=[("", ""), ("open", ""), ("done", "")], required=False)


class AttemptForm(forms.Form):
    """One try to tell somebody."""

    party = forms.ChoiceField(label=_("Whom"), choices=Party.choices)
    method = forms.ChoiceField(label=_("How"), choices=Way.choices)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=Attempted.choices)
    attempted_at = forms.DateTimeField(label=_("When"), widget=forms.DateTimeInput())


class StepForm(forms.Form):
    """A step that was done."""

    step = forms.ChoiceField(label=_("Step"), choices=StepKind.choices)
    expertise = forms.MultipleChoiceField(
        label=_("Present at the meeting: people who know about"),
        choices=Expertise.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, steps: Iterable[str] = StepKind.values) -> None:
        super().__init__(data)
        field, known = self.fields["step"], set(steps)
        if isinstance(field, forms.ChoiceField):
            field.choices = [choice for choice in StepKind.choices if choice[0] in known]
        if StepKind.MET not in known:
            self.fields["expertise"].widget = forms.MultipleHiddenInput()


class SatisfyForm(VersionForm):
    """It is done; or it was tried in earnest, and how."""

    effort = _words(
        _("What was tried, where it did not succeed"),
        required=False,
        help_text=_("Leave this empty when everything was done."),
    )
    late_reason = _words(_("Why it is late"), required=False)


class ExplainForm(VersionForm):
    """Why it is late."""

    late_reason = _words(_("Why it is late"))


class WaiveForm(VersionForm):
    """Why it need not be done."""

    waive_reason = forms.ChoiceField(label=_("Reason"), choices=WaiveReason.choices)
    waive_note = _words(_("In your words"), required=False)


class ReleaseForm(VersionForm):
    """Why the parents may be told after all."""

    release_reason = _words(_("Why the parents may be told"))


class BeginFormForm(forms.Form):
    """In which language the form is written."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, initial="en")


class SignForm(VersionForm):
    """The typed name, and that it is true."""

    signed_name = forms.CharField(label=_("Your name, as a signature"), max_length=80)
    confirmed = forms.BooleanField(
        label=_("I have read this form. What it says is true to the best of my knowledge."), required=False
    )


class StampForm(VersionForm):
    """What happened at the facility."""

    apprehended_at = forms.DateTimeField(label=_("Apprehended"), required=False, widget=forms.DateTimeInput())
    presented_at = forms.DateTimeField(label=_("Presented"), required=False, widget=forms.DateTimeInput())
    accepted = forms.NullBooleanField(
        label=_("The facility"),
        widget=forms.RadioSelect(choices=[("true", _("Accepted")), ("false", _("Refused"))]),
    )
    decided_at = forms.DateTimeField(label=_("Accepted or refused at"), required=False, widget=forms.DateTimeInput())
    refusal_reason = forms.CharField(label=_("Why it was refused"), max_length=200, required=False)
    custody_transferred_at = forms.DateTimeField(
        label=_("Custody transferred"), required=False, widget=forms.DateTimeInput()
    )


class HandOutForm(forms.Form):
    """To whom the form goes, and why."""

    recipient = forms.ChoiceField(label=_("To whom"), choices=Recipient.choices)
    purpose = forms.CharField(label=_("For what"), max_length=120)


class AnswersForm(VersionForm):
    """A form of the law, drawn from the fields of its words."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, words: Mapping[str, Any], answers: Any = None
    ) -> None:
        initial = {key: _typed(words, key, value) for key, value in (answers or {}).items()}
        super().__init__(data, version=version, initial=initial)
        # A draft may be incomplete; whoever goes on to sign is told what is missing.
        strict = data is None or "sign" in data
        for each in words["fields"]:
            self.fields[each["key"]] = _field(each, required=strict and bool(each.get("required")))
        self.words = words

    @property
    def sections(self) -> list[tuple[str, list[Any]]]:
        """The fields under their headings."""
        found: list[tuple[str, list[Any]]] = []
        for each in self.words["fields"]:
            title = each.get("section", "")
            if not found or found[-1][0] != title:
                found.append((title, []))
            found[-1][1].append(self[each["key"]])
        return found

    def answers(self) -> dict[str, Any]:
        """What was typed, as it is kept."""
        given = {key: value for key, value in self.cleaned_data.items() if key != "version"}
        return {key: _kept(value) for key, value in given.items()}


def _typed(words: Mapping[str, Any], key: str, value: Any) -> Any:
    kind = next((each["type"] for each in words["fields"] if each["key"] == key), "")
    return datetime.fromisoformat(value) if kind == "time" and value else value


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _field(each: Mapping[str, Any], *, required: bool) -> forms.Field:
    """The control for one question of the words."""
    said: dict[str, Any] = {"label": each["label"], "required": required, "help_text": each.get("help", "")}
    options = [(one["value"], one["label"]) for one in each.get("options", ())]
    match each["type"]:
        case "long":
            return forms.CharField(max_length=6000, widget=forms.Textarea(attrs={"rows": "3"}), **said)
        case "time":
            return forms.DateTimeField(widget=forms.DateTimeInput(), **said)
        case "yes_no":
            yes_no = [("yes", _("Yes")), ("no", _("No"))]
            return forms.ChoiceField(choices=yes_no, widget=forms.RadioSelect, **said)
        case "choice":
            return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **said)
        case "several":
            return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **said)
    return forms.CharField(max_length=200, **said)
