"""Door 1 of the clocks: answering them, and how long they run."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.console_vocabulary import TimerKind
from incidents.forms import EMPTY
from incidents.vocabulary import Nature, Priority

LONGEST_WORDS = 200
MINUTES = (1, 1440)
SECONDS = (15, 600)


class AnswerForm(forms.Form):
    """One tap says it all."""


class AcknowledgeForm(forms.Form):
    """What was heard; for an officer (`heard`) it must be said."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, heard: bool = False) -> None:
        super().__init__(data)
        self.fields["words"].required = heard

    words = forms.CharField(
        label=_("What you heard"),
        max_length=LONGEST_WORDS,
        required=False,
        help_text=_("In the officer's words, or what is being done."),
        widget=forms.TextInput(attrs={"autofocus": True}),
        error_messages={"required": _("Write what the officer said. Without having heard them, send somebody.")},
    )


def _minutes() -> forms.IntegerField:
    least, most = MINUTES
    return forms.IntegerField(label=_("Minutes"), min_value=least, max_value=most)


def _seconds() -> forms.IntegerField:
    least, most = SECONDS
    return forms.IntegerField(
        label=_("Seconds to answer"),
        min_value=least,
        max_value=most,
        initial=60,
        help_text=_("An officer is asked twice and has this long each time. The other clocks do not use it."),
    )


def _active() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("Active"), required=False, initial=True, help_text=_("Without this mark nobody is asked or alarmed.")
    )


class RuleForm(forms.Form):
    """A rule of the agency's own."""

    kind = forms.ChoiceField(label=_("What it watches"), choices=TimerKind.choices)
    nature = forms.ChoiceField(label=_("Nature"), choices=[("", _("All")), *Nature.choices], required=False)
    priority = forms.ChoiceField(label=_("Priority"), choices=[("", _("All")), *Priority.choices], required=False)
    minutes = _minutes()
    answer_seconds = _seconds()
    active = _active()


class ChangeRuleForm(VersionForm):
    """Other times for a rule; what it is about stays."""

    minutes = _minutes()
    answer_seconds = _seconds()
    active = _active()


class RuleQuery(forms.Form):
    """A standard rule that is to be replaced: its key fills the form."""

    kind = forms.ChoiceField(choices=[EMPTY, *TimerKind.choices], required=False)
    nature = forms.ChoiceField(choices=[EMPTY, *Nature.choices], required=False)
    priority = forms.ChoiceField(choices=[EMPTY, *Priority.choices], required=False)


def drawn(form: forms.Form) -> list[Any]:
    """The fields that a page draws; the version is hidden."""
    return [form[name] for name in form.fields if name != "version"]
