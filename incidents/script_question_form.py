"""Door 1 of one question of a draft: made from the question, and put back into the whole."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from core.errors import BrokenRule
from core.web.versions import VersionForm
from incidents.scripting.checking import problems
from incidents.scripting.parts import NOTE, Helper
from incidents.vocabulary import Priority

FLOORS = [("", _("no floor")), *Priority.choices[:3]]
WORDS = (("topic", _("Topic"), 40), ("text", _("Question"), 300), ("hint", _("Hint"), 300))


class QuestionForm(VersionForm):
    """The words in each language, and for each answer its key, its floor and who comes."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, question: Mapping[str, Any]) -> None:
        super().__init__(data, version=version)
        self.question = question
        for name, label, longest in WORDS:
            self._words(name, label, longest, question.get(name, {}), needed=name != "hint")
        for place, answer in enumerate(self._answers()):
            self._answer(place, answer)

    def _answers(self) -> list[Mapping[str, Any]]:
        return [] if self.question.get("kind") == NOTE else list(self.question["answers"])

    def _words(self, name: str, label: Any, longest: int, now: Mapping[str, str], *, needed: bool) -> None:
        for code, _language in settings.LANGUAGES:
            self.fields[f"{name}_{code}"] = forms.CharField(
                label=f"{label} ({code})",
                max_length=longest,
                required=needed and code == "en",
                initial=now.get(code, ""),
            )

    def _answer(self, place: int, answer: Mapping[str, Any]) -> None:
        self._words(f"a{place}", answer["value"], 60, answer["label"], needed=True)
        letter = forms.CharField(label=_("Key"), max_length=1, initial=answer["letter"])
        floor = forms.ChoiceField(label=_("At least"), choices=FLOORS, required=False, initial=answer.get("floor", ""))
        people = forms.MultipleChoiceField(
            label=_("Brings"), choices=Helper.choices, required=False, initial=answer.get("responders", [])
        )
        self.fields |= {f"a{place}_letter": letter, f"a{place}_floor": floor, f"a{place}_responders": people}

    def answers(self) -> list[dict[str, Any]]:
        """The fields of each answer together, for the page."""
        return [
            {"value": answer["value"], "fields": [bound for bound in self if bound.name.startswith(f"a{place}_")]}
            for place, answer in enumerate(self._answers())
        ]

    def words(self) -> list[BoundField]:
        """The fields of the question itself."""
        return [self[f"{name}_{code}"] for name, _label, _most in WORDS for code, _language in settings.LANGUAGES]

    def placed_in(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The whole draft with this question as typed; a mistake in it is refused beside nothing else's."""
        whole = deepcopy(dict(content))
        key = self.question["key"]
        whole["questions"] = [self._typed() if item["key"] == key else item for item in whole["questions"]]
        wrong = [problem.text for problem in problems(whole)]
        if wrong:
            raise BrokenRule(" ".join(wrong))
        return whole

    def _typed(self) -> dict[str, Any]:
        typed = deepcopy(dict(self.question))
        for name, _label, _most in WORDS:
            typed[name] = self._said(name)
        if not typed["hint"]:
            del typed["hint"]
        for place, answer in enumerate(typed.get("answers", ())):
            answer["label"] = self._said(f"a{place}")
            answer["letter"] = self.cleaned_data[f"a{place}_letter"].upper()
            for name in ("floor", "responders"):
                answer.pop(name, None)
                if self.cleaned_data[f"a{place}_{name}"]:
                    answer[name] = self.cleaned_data[f"a{place}_{name}"]
        return typed

    def _said(self, name: str) -> dict[str, str]:
        said = {code: self.cleaned_data[f"{name}_{code}"] for code, _language in settings.LANGUAGES}
        return {code: text for code, text in said.items() if text}
