"""Strict checks of one question and its answers."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from incidents.scripting.checking_conditions import check_condition
from incidents.scripting.found import Found
from incidents.scripting.parts import BY_HAND, LEVELS, MANY, NOTE, ONE, TRIGGERS, UNKNOWN, UNKNOWN_KEY, Helper

KEY = re.compile(r"q\d\d[a-z]?")
LETTER = re.compile(r"[A-Z0-9]")
QUESTION = ("key", "topic", "text", "kind", "answers", "safety", "raises", "show_if", "hint", "unknown")
EFFECTS = ("floor", "tone", "triggers", "responders")
ANSWER = ("value", "label", "letter", "alone", *EFFECTS)
# Answers are kept as one text, and a rule's name has room for this much.
LONGEST_VALUE, LONGEST_NAME = 200, 40
BY_ANSWER = [name for name in TRIGGERS if name not in BY_HAND and name != "crisis_priority"]


def check_question(where: str, item: Any, earlier: Mapping[str, Mapping[str, Any]], found: Found) -> bool:
    """Whether it is one that others can refer to; what is wrong with it is in `found`."""
    before = len(found.problems)
    if not found.names(where, item, QUESTION, ("key", "topic", "text")):
        return False
    if not found.slug(where, item["key"], KEY):
        return False
    found.texts(where, item["topic"], 40)
    found.texts(where, item["text"], 300)
    if "hint" in item:
        found.texts(where, item["hint"], 300)
    found.truth(where, item, "safety", "raises")
    if "show_if" in item:
        check_condition(where, item["show_if"], earlier, found)
    if item.get("kind", ONE) not in (ONE, MANY, NOTE):
        found.add(where, _("The kind is one, many or note."))
    elif item.get("kind") == NOTE:
        _check_note(where, item, found)
    else:
        _check_answers(where, item, found)
    return before == len(found.problems)


def _check_note(where: str, item: Mapping[str, Any], found: Found) -> None:
    for name in ("answers", "unknown", "safety", "raises"):
        if item.get(name):
            found.add(
                where, _("A note is asked and not answered with a key, so it has no “%(name)s”.") % {"name": name}
            )


def _check_answers(where: str, item: Mapping[str, Any], found: Found) -> None:
    answers = found.items(where, item.get("answers"), 12, 2)
    for answer in answers:
        _check_answer(where, answer, found)
    if len(found.problems) and any(problem.where == where for problem in found.problems):
        return
    values, letters = [a["value"] for a in answers], [a["letter"] for a in answers]
    if len(set(values)) < len(values) or len(set(letters)) < len(letters):
        found.add(where, _("Two answers have the same name or the same key."))
    if item.get("kind") == MANY and len(",".join(values)) > LONGEST_VALUE:
        found.add(where, _("The names of the answers are too long together."))
    if (item.get("safety") or item.get("raises")) and (item.get("kind") == MANY or "show_if" in item):
        found.add(where, _("A safety question has one answer and is always asked."))
    if "unknown" in item and found.names(where, item["unknown"], EFFECTS, ()):
        check_effects(where, item["unknown"], found)


def _check_answer(where: str, answer: Any, found: Found) -> None:
    if not found.names(where, answer, ANSWER, ("value", "label", "letter")):
        return
    if found.slug(where, answer["value"]) and (
        answer["value"] == UNKNOWN or len(f"{where}:{answer['value']}") > LONGEST_NAME
    ):
        found.add(where, _("“%(value)s” cannot be the name of an answer.") % {"value": answer["value"]})
    found.texts(where, answer["label"], 60)
    letter = answer["letter"]
    if not isinstance(letter, str) or not LETTER.fullmatch(letter) or letter == UNKNOWN_KEY:
        found.add(where, _("A key is one capital letter or figure; U always means unknown."))
    found.truth(where, answer, "alone")
    check_effects(where, answer, found)


def check_effects(where: str, item: Mapping[str, Any], found: Found) -> None:
    """What follows: the floor, the colour, why a CIT officer is needed, and who comes."""
    if item.get("floor", "") not in ("", *LEVELS[:3]):
        found.add(where, _("A floor is p1, p2 or p3."))
    if item.get("tone", "") not in ("", "y", "n"):
        found.add(where, _("A tone is y (warning) or n (calm)."))
    found.members(where, item.get("triggers", []), BY_ANSWER)
    found.members(where, item.get("responders", []), Helper.values)
