"""From answers to a priority, with the rules that set it. Pure: no clock, no database."""

from collections.abc import Mapping
from dataclasses import dataclass

from incidents.script import BY_KEY, P1, P2, P3, P4, QUESTIONS, SAFETY, START_AND_FLOOR, UNKNOWN


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rules` name what decided; `triggers` say why a CIT officer is needed."""

    priority: str
    rules: tuple[str, ...]
    triggers: tuple[str, ...]


def closed(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers of a finished script: a safety question left open counts as unknown."""
    return {**dict.fromkeys(SAFETY, UNKNOWN), **answers}


def judge(nature: str, answers: Mapping[str, str]) -> Verdict:
    """The priority of a crisis call; p1 is most urgent and text order is urgency order."""
    start, type_floor = START_AND_FLOOR[nature]
    found = {f"{key}:{value}": floor for key, value, floor in _answer_floors(answers)}
    if type_floor != P4:
        found[f"type:{nature}"] = type_floor
    if any(key not in answers for key in SAFETY):
        found[f"start:{nature}"] = start
    base = min(found.values()) if found else _without_floor(answers)
    rules = tuple(sorted(rule for rule, floor in found.items() if floor == base)) or ("p4_test",)
    unknown = [q.key for q in QUESTIONS if q.raises and answers.get(q.key) == UNKNOWN]
    if unknown:
        base = {P1: P1, P2: P1, P3: P2, P4: P3}[base]
        rules += (f"unknown:{unknown[0]}",)
    return Verdict(base, rules, _triggers(answers, base))


def _answer_floors(answers: Mapping[str, str]) -> list[tuple[str, str, str]]:
    floors = [(key, value, BY_KEY[key].floors[value]) for key, value in answers.items() if value in BY_KEY[key].floors]
    if answers.get("q05a") == UNKNOWN and answers.get("q05") == "talks_about":
        floors.append(("q05a", UNKNOWN, P2))
    if answers.get("q07") == "left_area" and any(answers.get(key, "no") != "no" for key in ("q05", "q06")):
        floors.append(("q07", "left_area_at_risk", P2))
    return floors


def _without_floor(answers: Mapping[str, str]) -> str:
    """P4 is earned: nothing dangerous known, an adult beside the person, and not getting worse."""
    quiet = all(answers.get(key) in ("no", UNKNOWN) for key in ("q03", "q04", "q05"))
    earned = quiet and answers.get("q06") == "no" and answers.get("q07") == "with_adult"
    return P4 if earned and answers.get("q09a") != "worse" else P3


def _triggers(answers: Mapping[str, str], priority: str) -> tuple[str, ...]:
    found = [q.trigger[0] for q in QUESTIONS if q.trigger is not None and answers.get(q.key) in q.trigger[1]]
    return (*found, *(("crisis_priority",) if priority != P4 else ()))
