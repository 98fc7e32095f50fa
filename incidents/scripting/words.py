"""How answers, rules and responders of one version read in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from incidents.priorities import Responder, Verdict
from incidents.scripting.parts import LEVELS, NAMED, TAKES_OVER, UNKNOWN, Helper, Script
from incidents.scripting.reading import chosen
from incidents.scripting.standard import STANDARD
from incidents.vocabulary import Nature, Priority


def topic(question: str, script: Script = STANDARD) -> str:
    """What a question is about, in a word or two."""
    asked = script.by_key.get(question)
    return str(asked.topic) if asked else question


def answer(question: str, value: str, script: Script = STANDARD) -> str:
    """One answer in words, as this version says it."""
    asked = script.by_key.get(question)
    labels = [str(choice.label) for choice in chosen(asked, value)] if asked else []
    return ", ".join(labels) or (_("Unknown") if value == UNKNOWN else value)


def is_alarming(question: str, value: str, script: Script = STANDARD) -> bool:
    """Whether an answer sets a floor or raises the priority, so that it is drawn as a warning."""
    asked = script.by_key.get(question)
    if asked is None:
        return False
    return (asked.raises and value == UNKNOWN) or any(c.floor or c.tone == "y" for c in chosen(asked, value))


def rule(name: str, script: Script = STANDARD) -> str:
    """Why a priority is what it is, or why somebody comes: one rule of `incidents.priorities` in words."""
    kind, _colon, value = name.partition(":")
    if name in NAMED:
        return str(NAMED[name])
    if kind == "start":
        return _("not assessed yet")
    if kind == "level":
        return str(Priority(value).label)
    if kind == "type":
        return str(Nature(value).label)
    if kind == UNKNOWN:
        return f"{topic(value, script)}: {_('Unknown')}"
    if kind in script.by_key:
        return f"{topic(kind, script)}: {_meaning(kind, value, script)}"
    return name


def _meaning(about: str, key: str, script: Script) -> str:
    label = next((str(known.label) for known in script.rules if (known.about, known.key) == (about, key)), "")
    return label or answer(about, key, script)


def explain(verdict: Verdict, script: Script = STANDARD) -> dict[str, Any]:
    """What `incidents/scripts/_verdict.html` draws: the priority, who comes, to whom to hand over, and why."""
    people = [_person(responder, script) for responder in verdict.responders]
    return {
        "priority": verdict.priority,
        "label": Priority(verdict.priority).label,
        "without_police": verdict.priority == LEVELS[-1] and not any(p["slug"].startswith("police") for p in people),
        "why": [rule(name, script) for name in verdict.rules],
        "responders": [person for person in people if not person["takes_over"]],
        "handoffs": [person for person in people if person["takes_over"]],
    }


def _person(responder: Responder, script: Script) -> Mapping[str, Any]:
    return {
        "slug": responder.slug,
        "label": Helper(responder.slug).label,
        "why": rule(responder.rule, script),
        "takes_over": responder.slug in TAKES_OVER,
    }
