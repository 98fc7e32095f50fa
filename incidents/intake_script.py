"""The fast questions as the call form asks them, and what the answers come to so far.

This is the one place where the call form meets the script: which questions, in which order, by which keys.
"""

from collections.abc import Mapping
from typing import Any

from incidents.priorities import Verdict, judge
from incidents.scripting import Question, Script, fast_path, words
from incidents.scripting.reading import is_offered

# A yes to one of these is shown at once, whatever version asks.
RINGING = {"q04": "weapon", "q03": "medical"}


def answered(typed: Mapping[str, Any], script: Script) -> dict[str, str]:
    """The answers among what was typed; what is no answer of its question is left out."""
    given = {question: str(typed.get(question.key, "")) for question in fast_path(script)}
    return {question.key: value for question, value in given.items() if value and is_offered(question, value)}


def is_closed(answers: Mapping[str, str], script: Script) -> bool:
    """Whether every fast question was asked: only then does the script count as done."""
    return all(key in answers for key in script.fast)


def reading(nature: str, answers: Mapping[str, str], script: Script) -> Verdict:
    """What is known so far; a question not asked yet is not an unknown answer."""
    return judge(nature, answers, script)


def alarming(answers: Mapping[str, str], script: Script) -> set[str]:
    """What rings because of an answer."""
    return {name for key, name in RINGING.items() if _rings(script.by_key.get(key), answers.get(key, ""))}


def asked(answers: Mapping[str, str], script: Script) -> list[dict[str, Any]]:
    """What the form draws: each question with its answers and their keys."""
    return [
        {
            "key": question.key,
            "topic": question.topic,
            "text": question.text,
            "options": [
                {
                    "value": choice.value,
                    "label": choice.label,
                    "key": choice.letter,
                    "tone": "n" if choice.value == "no" else "y" if _is_bad(question, choice.value, script) else "",
                    "alarm": RINGING.get(question.key, "") if _rings(question, choice.value) else "",
                    "checked": answers.get(question.key) == choice.value,
                }
                for choice in question.offered
            ],
        }
        for question in fast_path(script)
    ]


def _rings(question: Question | None, value: str) -> bool:
    choice = question.choice(value) if question else None
    return choice is not None and bool(choice.floor)


def _is_bad(question: Question, value: str, script: Script) -> bool:
    return words.is_alarming(question.key, value, script)
