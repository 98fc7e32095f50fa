"""How the desk's closed answers, rules and reasons read in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.script import BY_KEY, UNKNOWN
from incidents.vocabulary import CloseReason, Nature, Override, ReopenReason, Via

Words = str | Promise

SYSTEM = _("System")
REASONS: Mapping[str, Words] = {**dict(CloseReason.choices), **dict(ReopenReason.choices)}

TOPICS: Mapping[str, Words] = {
    "q03": _("Injury"),
    "q04": _("Weapon"),
    "q05": _("Self-harm"),
    "q05a": _("Way or time"),
    "q06": _("Others at risk"),
    "q07": _("Where and with whom"),
    "q09a": _("Trend"),
}

ANSWERS: Mapping[str, Mapping[str, Words]] = {
    "q03": {
        "no": _("None reported"),
        "injury_minor": _("Minor injury"),
        "injury_serious": _("Serious injury"),
        "ingestion": _("Took something"),
        "not_awake_or_breathing": _("Not awake or not breathing"),
    },
    "q04": {
        "no": _("None reported"),
        "stated_only": _("Only spoken of"),
        "accessible": _("Within reach"),
        "on_person": _("On the person"),
        "in_hand": _("In hand"),
    },
    "q05": {
        "no": _("No sign"),
        "hints": _("Hints"),
        "self_harm_only": _("Self-harm only"),
        "talks_about": _("Talks about it"),
        "says_will": _("Says they will"),
        "attempt_now": _("Attempt now"),
    },
    "q05a": {"yes": _("Yes"), "no": _("No")},
    "q06": {
        "no": _("Nobody"),
        "threat_general": _("General threat"),
        "threat_target": _("Threat to someone"),
        "assault_now": _("Assault now"),
    },
    "q07": {
        "with_adult": _("With an adult"),
        "with_students": _("Among students"),
        "alone": _("Alone"),
        "left_area": _("Left the area"),
    },
    "q09a": {"worse": _("Getting worse"), "same": _("Staying level"), "calmer": _("Settling")},
}

TRIGGERS: Mapping[str, Words] = {
    "weapon": _("a weapon"),
    "suicide_threat_attempt": _("talk of suicide or self-harm"),
    "violent": _("violence"),
    "escalating_risk": _("it is getting worse"),
    "crisis_priority": _("its priority"),
}


def answer(question: str, value: str) -> Words:
    """One answer in words."""
    return _("Unknown") if value == UNKNOWN else ANSWERS[question][value]


def is_alarming(question: str, value: str) -> bool:
    """Whether an answer sets a floor or raises the priority, so that it is drawn as a warning."""
    asked = BY_KEY[question]
    return value in asked.floors or (asked.raises and value == UNKNOWN)


def rule(name: str) -> str:
    """Why a priority is what it is: one rule of `incidents.priorities` in words."""
    kind, _colon, value = name.partition(":")
    if kind == "start":
        return str(_("not assessed yet"))
    if kind == "type":
        return str(Nature(value).label)
    if kind == UNKNOWN:
        return f"{TOPICS[value]}: {_('Unknown')}"
    if kind in TOPICS:
        return f"{TOPICS[kind]}: {_after(kind, value)}"
    return str(_("no danger known"))


def _after(question: str, value: str) -> Words:
    if value == "left_area_at_risk":
        return _("Left the area, with a risk known")
    return answer(question, value)


def facts(known: Mapping[str, Any]) -> list[str]:
    """The facts of an event that its sentence does not say, in words."""
    found: list[Words] = []
    if "nature" in known:
        found.append(Nature(known["nature"]).label)
    if "via" in known:
        found.append(Via(known["via"]).label)
    if "priority" in known:
        found.append(known["priority"].upper())
    found += [rule(name) for name in known.get("rules", ())]
    if "cit" in known:
        found.append(_("CIT officer") if known["cit"] else _("not a CIT officer"))
    if known.get("minutes") is not None:
        found.append(_("%s min away") % known["minutes"])
    if "override" in known:
        chosen = {"unit": known["instead_of"], "reason": dict(Override.choices)[known["override"]]}
        found.append(_("chosen instead of %(unit)s: %(reason)s") % chosen)
    if "reason" in known:
        found.append(REASONS.get(known["reason"], known["reason"]))
    return [str(words) for words in found]
