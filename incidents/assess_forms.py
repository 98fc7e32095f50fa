"""Door 1 of the assessment: the answers of one version of the script."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.priorities import judge
from incidents.scripting import STANDARD, Script
from incidents.scripting.draw import drawn, sent
from incidents.scripting.words import explain
from incidents.vocabulary import Priority, PriorityReason

KEEP = ("", _("Keep it as it is"))


class AnswersWidget(forms.Widget):
    """One group of answers for each question; the page draws them from `AssessForm.questions`."""

    script: Script = STANDARD

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """What was answered; a question left alone is not in it."""
        return sent(data, self.script)


class AssessForm(VersionForm):
    """The script. Nothing is preselected; asking again shows the answers that count now."""

    answers = forms.Field(label=_("Answers"), widget=AnswersWidget, required=False)
    lower = forms.ChoiceField(
        label=_("If the answers allow a lower priority"), choices=[KEEP, *PriorityReason.choices], required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, script: Script = STANDARD, **options: Any
    ) -> None:
        super().__init__(data, version=version, **options)
        self.script = script
        widget = self.fields["answers"].widget
        if isinstance(widget, AnswersWidget):
            widget.script = script

    @property
    def given(self) -> dict[str, str]:
        """What is answered on this page."""
        return self["answers"].value() or {}

    def questions(self) -> list[dict[str, Any]]:
        """What the page draws."""
        return drawn(self.script, self.given)

    def result(self, nature: str) -> dict[str, Any]:
        """What the answers come to so far."""
        return explain(judge(nature, self.given, self.script), self.script)


class PrioritizeForm(VersionForm):
    """Another priority than the script's, and why."""

    priority = forms.ChoiceField(label=_("Priority"), choices=Priority.choices, widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=_("Why"),
        choices=[("", "–"), *PriorityReason.choices],
        required=False,
        help_text=_("Needed to lower it. Lowering a P1 is told to the supervisor."),
    )
    cit = forms.BooleanField(label=_("A CIT officer is needed"), required=False)
