"""From answers to a priority and to who comes, with the rules that set it. Pure: no clock, no database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from incidents.scripting import reading
from incidents.scripting.conditions import holds
from incidents.scripting.parts import MINOR, P1, P2, P3, P4, POLICE, UNKNOWN, Choice, Helper, Rule, Script
from incidents.scripting.standard import STANDARD

RAISED = {P1: P1, P2: P1, P3: P2, P4: P3}


@dataclass(frozen=True, slots=True)
class Responder:
    """Whom to bring, and the rule that brings them."""

    slug: str
    rule: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rules` name what decided; `triggers` say why a CIT officer is needed; `responders` who comes, and why."""

    priority: str
    rules: tuple[str, ...]
    triggers: tuple[str, ...]
    responders: tuple[Responder, ...] = ()


def closed(answers: Mapping[str, str], script: Script = STANDARD) -> dict[str, str]:
    """The answers of a finished script: a safety question left open counts as unknown."""
    return reading.closed(answers, script)


def judge(nature: str, answers: Mapping[str, str], script: Script = STANDARD, *, minor: bool = True) -> Verdict:
    """The priority of a crisis call; p1 is most urgent and text order is urgency order."""
    known = reading.counted(script, answers)
    found = dict(_effects(script, known))
    base, rules = _base(nature, known, script, {name: effect.floor for name, effect in found.items() if effect.floor})
    unknown = [q.key for q in script.questions if q.raises and known.get(q.key) == UNKNOWN]
    if unknown:
        base = RAISED[base]
        rules += (f"unknown:{unknown[0]}",)
    triggers = tuple(dict.fromkeys(trigger for effect in found.values() for trigger in effect.triggers))
    if base != P4:
        triggers += ("crisis_priority",)
    return Verdict(base, rules, triggers, _responders(script, found, base, minor))


def _effects(script: Script, known: Mapping[str, str]) -> Iterator[tuple[str, Choice | Rule]]:
    """Every answer and every combination that says something, by the name of its rule."""
    for key, value in known.items():
        for choice in reading.chosen(script.by_key[key], value):
            yield f"{key}:{choice.value}", choice
    for rule in script.rules:
        if holds(rule.when, known):
            yield f"{rule.about}:{rule.key}", rule


def _base(nature: str, known: Mapping[str, str], script: Script, floors: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    start, type_floor = script.natures[nature]
    if type_floor != P4:
        floors[f"type:{nature}"] = type_floor
    if any(key not in known for key in script.safety):
        floors[f"start:{nature}"] = start
    if not floors:
        return (P4, ("p4_test",)) if holds(script.support, known) else (P3, ("p4_not_met",))
    base = min(floors.values())
    return base, tuple(sorted(name for name, floor in floors.items() if floor == base))


def _responders(
    script: Script, found: Mapping[str, Choice | Rule], priority: str, minor: bool
) -> tuple[Responder, ...]:
    """Answers first, since they say more than a level. At P4 police come only where the caller asked for them."""
    wanted: dict[str, str] = {}
    for name, effect in found.items():
        for slug in effect.responders:
            if priority != P4 or slug not in POLICE or "caller_asks" in effect.triggers:
                wanted.setdefault(slug, name)
    for slug in script.levels[priority]:
        wanted.setdefault(slug, f"level:{priority}")
    if priority == P4 and minor and not POLICE & wanted.keys():
        wanted.setdefault("school_admin", MINOR)
    return tuple(Responder(slug, wanted[slug]) for slug in Helper.values if slug in wanted)
