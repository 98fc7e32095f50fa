"""When a question is shown and a rule holds: data that is read, never code that is run."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from incidents.scripting.parts import JOIN, Condition, Question

GROUPS = ("all", "any")
OPS = ("eq", "ne", "in", "not_in", "has", "answered")
WITH_LIST = ("in", "not_in")


def holds(condition: Condition | None, answers: Mapping[str, str]) -> bool:
    """Whether it is true of these answers; a question without an answer equals nothing."""
    if condition is None:
        return True
    if "all" in condition:
        return all(holds(part, answers) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, answers) for part in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], answers)
    return _true(condition["op"], answers.get(condition["item"], ""), condition.get("value"))


def _true(op: str, given: str, value: Any) -> bool:
    if op in ("ne", "not_in"):
        return not _true({"ne": "eq", "not_in": "in"}[op], given, value)
    if op == "answered":
        return bool(given)
    if op == "has":
        return value in given.split(JOIN)
    return given in value if op == "in" else given == value


def leaves(condition: Condition | None) -> Iterator[Condition]:
    """Every comparison in it."""
    if condition is None:
        return
    if "not" in condition:
        yield from leaves(condition["not"])
    elif "item" in condition:
        yield condition
    else:
        for part in (*condition.get("all", ()), *condition.get("any", ())):
            yield from leaves(part)


def spoken(condition: Condition | None, questions: Mapping[str, Question]) -> str:
    """The condition as a desk reads it: "Weapon: In hand"."""
    if condition is None:
        return ""
    if "not" in condition:
        return _("not (%(words)s)") % {"words": spoken(condition["not"], questions)}
    if "item" in condition:
        return _leaf(condition, questions[condition["item"]])
    joint = _(" and ") if "all" in condition else _(" or ")
    parts = [spoken(part, questions) for part in _told(condition)]
    return joint.join(part for part in parts if part)


def _told(condition: Condition) -> list[Condition]:
    """The parts worth saying: "answered" goes without saying beside another word on the same question."""
    parts: list[Condition] = [*condition.get("all", condition.get("any", ()))]
    said = {part.get("item") for part in parts if part.get("op") != "answered"}
    return [part for part in parts if part.get("op") != "answered" or part["item"] not in said]


def _leaf(leaf: Condition, question: Question) -> str:
    op, value = leaf["op"], leaf.get("value")
    if op == "answered":
        return _("%(topic)s answered") % {"topic": question.topic}
    values: list[str] = value if isinstance(value, list) else [str(value)]
    labels = [str(choice.label) for name in values if (choice := question.choice(name)) is not None]
    words = {"topic": question.topic, "answers": _(" or ").join(labels)}
    negative = op in ("ne", "not_in")
    return (_("%(topic)s other than %(answers)s") if negative else _("%(topic)s: %(answers)s")) % words
