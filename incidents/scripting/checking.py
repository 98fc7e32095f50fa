"""Strict checks of a script's content: what is not known is refused, and what keeps people safe cannot be left out."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from incidents.scripting.checking_conditions import check_condition
from incidents.scripting.checking_questions import KEY, check_effects, check_question
from incidents.scripting.conditions import leaves
from incidents.scripting.content import FORMAT, canonical
from incidents.scripting.found import Found, Problem
from incidents.scripting.parts import LEVELS, NOTE, P1, P4, POLICE, UNKNOWN, Helper
from incidents.vocabulary import Nature

PARTS = ("format", "questions", "rules", "fast_path", "support", "natures", "levels")
RULE = ("about", "key", "when", "label", "floor", "triggers", "responders")
# What every version asks: injury, weapon, harm to oneself and to others. Of the first three unknown raises.
SAFETY = ("q03", "q04", "q05", "q06")
RAISING = SAFETY[:3]
LONGEST = 200_000


def problems(content: Any) -> list[Problem]:
    """Every mistake; none means that the content can be read, asked and approved."""
    found = Found()
    if not found.names("script", content, PARTS, PARTS):
        return found.problems
    if content["format"] != FORMAT:
        found.add("format", _("This program reads format %(number)s.") % {"number": FORMAT})
    known = _questions(content["questions"], found)
    _rules(content["rules"], known, found)
    _fast(content["fast_path"], known, found)
    check_condition("support", content["support"], known, found)
    _natures(content["natures"], found)
    _levels(content["levels"], found)
    if not found.problems:
        _safety(content, known, found)
    if not found.problems and len(canonical(content)) > LONGEST:
        found.add("script", _("The script is too long."))
    return found.problems


def _questions(value: Any, found: Found) -> dict[str, Mapping[str, Any]]:
    known: dict[str, Mapping[str, Any]] = {}
    for place, item in enumerate(found.items("questions", value, 60, 1), start=1):
        key = item.get("key") if isinstance(item, Mapping) else None
        where = key if isinstance(key, str) and KEY.fullmatch(key) else f"questions {place}"
        if check_question(where, item, known, found):
            if where in known:
                found.add(where, _("Two questions have this key."))
            known[where] = item
    return known


def _rules(value: Any, known: Mapping[str, Mapping[str, Any]], found: Found) -> None:
    names: set[str] = set()
    for place, item in enumerate(found.items("rules", value, 40), start=1):
        where = f"rules {place}"
        if not found.names(where, item, RULE, ("about", "key", "when", "label")):
            continue
        found.slug(where, item["key"])
        name = f"{item['about']}:{item['key']}"
        answers = [answer["value"] for answer in known.get(str(item["about"]), {}).get("answers", ())]
        if str(item["about"]) not in known:
            found.add(where, _("“about” names no question."))
        if name in names or item["key"] in (*answers, UNKNOWN):
            found.add(where, _("Something else has this name already."))
        if len(name) > 40:
            found.add(where, _("The name of this rule is too long."))
        names.add(name)
        found.texts(where, item["label"], 80)
        check_effects(where, item, found)
        check_condition(where, item["when"], known, found)


def _fast(value: Any, known: Mapping[str, Mapping[str, Any]], found: Found) -> None:
    askable = [key for key, item in known.items() if item.get("kind") != NOTE and "show_if" not in item]
    found.members("fast_path", value, askable)
    missing = [key for key in SAFETY if not isinstance(value, list) or key not in value]
    for key in missing:
        found.add("fast_path", _("%(key)s has to be on the fast path.") % {"key": key})


def _natures(value: Any, found: Found) -> None:
    if not found.names("natures", value, Nature.values, Nature.values):
        return
    for slug, pair in value.items():
        where = f"natures {slug}"
        if not found.names(where, pair, ("start", "floor"), ("start", "floor")):
            continue
        if pair["start"] not in LEVELS or pair["floor"] not in LEVELS:
            found.add(where, _("A level is p1, p2, p3 or p4."))
        elif pair["start"] > pair["floor"]:
            found.add(where, _("The start value is less urgent than the floor."))


def _levels(value: Any, found: Found) -> None:
    if not found.names("levels", value, LEVELS, LEVELS):
        return
    for level, slugs in value.items():
        found.members(f"levels {level}", slugs, Helper.values)


def _safety(content: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]], found: Found) -> None:
    """What no version may drop, however it is worded."""
    for key in SAFETY:
        item = known.get(key, {})
        answers = item.get("answers", ())
        if not item.get("safety") or (key in RAISING and not item.get("raises")):
            found.add(key, _("This question has to stay a safety question, and unknown has to raise."))
        if not any(answer.get("floor") == P1 for answer in answers) or all(a["value"] != "no" for a in answers):
            found.add(key, _("It needs the answer “no”, and one that means P1."))
    if not {leaf["item"] for leaf in leaves(content["support"])} >= set(SAFETY):
        found.add("support", _("The test of a P4 has to ask for every safety question."))
    levels = {level: set(slugs) for level, slugs in content["levels"].items()}
    for level in LEVELS[:3]:
        if not levels[level] & {"police_cit", "police_nearest"}:
            found.add(f"levels {level}", _("Police come to every call above P4."))
    if not levels[P1] >= {"ems", "supervisor"}:
        found.add("levels p1", _("EMS and a supervisor come to every P1."))
    if levels[P4] & POLICE or not levels[P4] & {"counselor", "social_worker"}:
        found.add("levels p4", _("A P4 brings a counselor or social worker instead of police."))
