"""A script as JSON and back, in the one form that is hashed when it is approved."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.utils import translation

from incidents.scripting.parts import NOT_KNOWN, ONE, UNKNOWN, UNKNOWN_KEY, Choice, Question, Rule, Script, Texts, Words

FORMAT = 1


def canonical(content: Mapping[str, Any]) -> str:
    """Sorted keys, no spaces: the same script is the same text, whoever wrote it down."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(content: Mapping[str, Any]) -> str:
    """What an approval is an approval of."""
    return sha256(canonical(content).encode()).hexdigest()


def read(content: Mapping[str, Any], number: int) -> Script:
    """The script of content that was found valid."""
    return Script(
        version=number,
        questions=tuple(_question(item) for item in content["questions"]),
        rules=tuple(_rule(item) for item in content.get("rules", ())),
        fast=tuple(content["fast_path"]),
        support=content["support"],
        natures={slug: (pair["start"], pair["floor"]) for slug, pair in content["natures"].items()},
        levels={level: tuple(slugs) for level, slugs in content["levels"].items()},
    )


def _question(item: Mapping[str, Any]) -> Question:
    return Question(
        key=item["key"],
        topic=Texts(item["topic"]),
        text=Texts(item["text"]),
        choices=tuple(_choice(answer) for answer in item.get("answers", ())),
        kind=item.get("kind", ONE),
        safety=item.get("safety", False),
        raises=item.get("raises", False),
        show_if=item.get("show_if"),
        unknown=_unknown(item.get("unknown")),
        hint=Texts(item["hint"]) if item.get("hint") else "",
    )


def _choice(answer: Mapping[str, Any]) -> Choice:
    label, letter, alone = Texts(answer["label"]), answer["letter"], answer.get("alone", False)
    return Choice(answer["value"], label, letter, tone=answer.get("tone", ""), alone=alone, **_effects(answer))


def _unknown(item: Mapping[str, Any] | None) -> Choice:
    if not item:
        return NOT_KNOWN
    return Choice(UNKNOWN, NOT_KNOWN.label, UNKNOWN_KEY, tone=item.get("tone", ""), alone=True, **_effects(item))


def _rule(item: Mapping[str, Any]) -> Rule:
    return Rule(item["about"], item["key"], item["when"], Texts(item["label"]), **_effects(item))


def _effects(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "floor": item.get("floor", ""),
        "triggers": tuple(item.get("triggers", ())),
        "responders": tuple(item.get("responders", ())),
    }


def write(script: Script) -> dict[str, Any]:
    """The content of a script, with its words in every language of the program."""
    return {
        "format": FORMAT,
        "questions": [_written(question) for question in script.questions],
        "rules": [
            {"about": rule.about, "key": rule.key, "when": rule.when, "label": texts(rule.label), **_set(rule)}
            for rule in script.rules
        ],
        "fast_path": list(script.fast),
        "support": script.support,
        "natures": {slug: {"start": start, "floor": floor} for slug, (start, floor) in script.natures.items()},
        "levels": {level: list(slugs) for level, slugs in script.levels.items()},
    }


def _written(question: Question) -> dict[str, Any]:
    found: dict[str, Any] = {"key": question.key, "topic": texts(question.topic), "text": texts(question.text)}
    found["kind"] = question.kind
    for name in ("safety", "raises"):
        if getattr(question, name):
            found[name] = True
    if question.show_if is not None:
        found["show_if"] = question.show_if
    if question.hint:
        found["hint"] = texts(question.hint)
    if question.choices:
        found["answers"] = [_answer(choice) for choice in question.choices]
    if question.unknown != NOT_KNOWN:
        found["unknown"] = _set(question.unknown)
    return found


def _answer(choice: Choice) -> dict[str, Any]:
    found = {"value": choice.value, "label": texts(choice.label), "letter": choice.letter, **_set(choice)}
    return {**found, "alone": True} if choice.alone else found


def _set(effect: Choice | Rule) -> dict[str, Any]:
    """Only what is said: a missing name means nothing follows."""
    found: dict[str, Any] = {}
    for name in ("floor", "tone", "triggers", "responders"):
        value = getattr(effect, name, "")
        if value:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def texts(words: Words) -> dict[str, str]:
    """The words in each language of the program."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = str(words)
    return found
