"""A script as a reader checks it: each question with when it is asked, its keys, and what follows from each answer."""

from typing import Any

from incidents.scripting.conditions import spoken
from incidents.scripting.parts import TRIGGERS, Choice, Helper, Question, Rule, Script
from incidents.scripting.reading import in_order


def overview(script: Script) -> list[dict[str, Any]]:
    """The questions in the order they are asked."""
    return [_question(question, script) for question in in_order(script)]


def _question(question: Question, script: Script) -> dict[str, Any]:
    return {
        "key": question.key,
        "text": question.text,
        "hint": question.hint,
        "kind": question.kind,
        "safety": question.safety,
        "raises": question.raises,
        "fast": question.key in script.fast,
        "condition": spoken(question.show_if, script.by_key),
        "answers": [{"letter": c.letter, "label": c.label, **_follows(c)} for c in question.offered],
        "rules": [
            {"label": rule.label, "condition": spoken(rule.when, script.by_key), **_follows(rule)}
            for rule in script.rules
            if rule.about == question.key
        ],
    }


def _follows(effect: Choice | Rule) -> dict[str, Any]:
    return {
        "floor": effect.floor,
        "triggers": [TRIGGERS[name] for name in effect.triggers],
        "people": [Helper(slug).label for slug in effect.responders],
    }
