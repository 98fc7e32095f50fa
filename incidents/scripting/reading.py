"""Which questions are asked now, which answers count, and in which order a desk under pressure asks."""

from collections.abc import Mapping

from incidents.scripting.conditions import holds
from incidents.scripting.parts import JOIN, NOTE, UNKNOWN, Choice, Question, Script


def fast_path(script: Script) -> tuple[Question, ...]:
    """The questions that are asked first, in their order."""
    return tuple(script.by_key[key] for key in script.fast)


def in_order(script: Script) -> tuple[Question, ...]:
    """The whole script as it is asked: the fast path with its branches, then the rest."""
    first = [branch for key in script.fast for branch in _with_branches(script, key)]
    return (*first, *(question for question in script.questions if question not in first))


def _with_branches(script: Script, key: str) -> list[Question]:
    """A question and those named after it (q05, q05a, q05b), unless they are of the fast path themselves."""
    found = [q for q in script.questions if q.key == key or (q.key[:-1] == key and q.key not in script.fast)]
    return sorted(found, key=lambda question: question.key)


def counted(script: Script, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers to questions that are shown; a branch not taken does not count, whatever was said to it before."""
    found: dict[str, str] = {}
    for question in script.questions:
        if answers.get(question.key) and question.kind != NOTE and holds(question.show_if, found):
            found[question.key] = answers[question.key]
    return found


def closed(answers: Mapping[str, str], script: Script) -> dict[str, str]:
    """The answers of a finished script: a safety question left open counts as unknown."""
    return counted(script, {**dict.fromkeys(script.safety, UNKNOWN), **answers})


def shown(script: Script, answers: Mapping[str, str]) -> set[str]:
    """The keys of the questions to be asked, given these answers."""
    known = counted(script, answers)
    return {question.key for question in script.questions if holds(question.show_if, known)}


def chosen(question: Question, value: str) -> list[Choice]:
    """The answers in one value; a question of several answers joins them."""
    found = [question.choice(part) for part in value.split(JOIN)]
    return [choice for choice in found if choice is not None]


def is_offered(question: Question, value: str) -> bool:
    """Whether this can be answered: known words, each once, and nothing beside an answer that goes alone."""
    parts = value.split(JOIN)
    found = chosen(question, value)
    if len(found) < len(parts) or len(set(parts)) < len(parts):
        return False
    return len(parts) == 1 or (question.kind == "many" and not any(choice.alone for choice in found))
