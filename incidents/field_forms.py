"""Door 1 of the tablet: what an officer enters and asks for. Fields are named as the commands name their data."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.field_vocabulary import EntryKind, Wanted
from incidents.record_vocabulary import Force, Outcome, Technique

LONGEST_ANSWER, LONGEST_TEXT, LONGEST_NOTE = 200, 400, 4000
# Which field of a form holds the value of a kind.
VALUE_OF: Mapping[str, str] = {
    EntryKind.TECHNIQUE: "technique",
    EntryKind.FORCE_USED: "force",
    EntryKind.DISPOSITION: "outcome",
}


class _Keyed(forms.Form):
    """What is sent twice is kept once; a form that was drawn without a key gets one."""

    client_key = forms.UUIDField(required=False)

    def clean_client_key(self) -> Any:
        """The key that was sent, or a fresh one."""
        return self.cleaned_data["client_key"] or uuid4()


class NoteForm(forms.Form):
    """Words of a note."""

    text = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a note first.")},
    )


class EntryForm(_Keyed):
    """One tap: what it says depends on its kind."""

    technique = forms.ChoiceField(choices=Technique.choices, required=False)
    force = forms.ChoiceField(choices=[(str(level), words) for level, words in Force.choices], required=False)
    outcome = forms.ChoiceField(choices=Outcome.choices, required=False)
    text = forms.CharField(max_length=LONGEST_TEXT, required=False)


class AskForm(_Keyed):
    """What the desk is asked for."""

    what = forms.ChoiceField(choices=Wanted.choices)
    text = forms.CharField(max_length=LONGEST_TEXT, required=False)


class HelpForm(_Keyed):
    """A call for help; words are welcome and never needed."""

    text = forms.CharField(label=_("What dispatch should know"), max_length=LONGEST_TEXT, required=False)


class DoneForm(forms.Form):
    """What was done; a call for help ends with words only."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, said: bool = False) -> None:
        super().__init__(data)
        self.fields["answer"].required = said

    answer = forms.CharField(
        label=_("What was done"),
        max_length=LONGEST_ANSWER,
        required=False,
        help_text=_("In a few words, or what the officer said."),
        error_messages={"required": _("Write what was done, or what the officer said.")},
    )


class UndoForm(VersionForm):
    """The last step, taken back."""
