"""Questions as a page draws them, and answers as a page sends them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict

from incidents.scripting.conditions import leaves, spoken
from incidents.scripting.parts import JOIN, MANY, NOTE, Choice, Question, Script
from incidents.scripting.reading import in_order, shown


def sent(data: Mapping[str, Any], script: Script) -> dict[str, str]:
    """What was answered; a question left alone is not in it."""
    found = {q.key: _sent(data, q) for q in script.questions if q.kind != NOTE}
    return {key: value for key, value in found.items() if value}


def _sent(data: Mapping[str, Any], question: Question) -> str:
    if question.kind == MANY and isinstance(data, QueryDict):
        return JOIN.join(data.getlist(question.key))
    return str(data.get(question.key) or "")


def drawn(script: Script, given: Mapping[str, str], only: Iterable[Question] = ()) -> list[dict[str, Any]]:
    """Each question for `incidents/scripts/_question.html`; of the whole script, or of some questions only."""
    asked = shown(script, given)
    opening = {leaf["item"] for question in script.questions for leaf in leaves(question.show_if)}
    return [
        _drawn(question, script, given, question.key in asked) | {"opens": question.key in opening}
        for question in (only or in_order(script))
    ]


def _drawn(question: Question, script: Script, given: Mapping[str, str], asked: bool) -> dict[str, Any]:
    marked = given.get(question.key, "").split(JOIN)
    return {
        "key": question.key,
        "text": question.text,
        "topic": question.topic,
        "hint": question.hint,
        "note": question.kind == NOTE,
        "input": "checkbox" if question.kind == MANY else "radio",
        "safety": question.safety,
        "shown": asked,
        "branch": question.show_if is not None,
        "condition": spoken(question.show_if, script.by_key),
        "options": [_option(choice, choice.value in marked) for choice in question.offered],
    }


def _option(choice: Choice, checked: bool) -> dict[str, Any]:
    return {
        "value": choice.value,
        "label": choice.label,
        "letter": choice.letter,
        "tone": choice.tone,
        "checked": checked,
    }
