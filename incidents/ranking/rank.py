"""The rule: who may go at all, then two hard rules, then the fewest minutes, then the call sign.

Every unit is scored by itself, so a unit that joins or leaves never changes how two others compare, and the order in
which units are given does not matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from incidents.ranking import advise, score
from incidents.ranking.facts import Call, Snapshot, Unit
from incidents.ranking.result import Code, PassedOver, Ranked, Reason, Recommendation, Value, Why
from incidents.ranking.weights import Weights
from officers.roles import Duty
from officers.vocabulary import RestrictionKind

# The first that applies is told.
RESTRICTED = (
    (RestrictionKind.DUTY.value, Why.RESTRICTED_DUTY),
    (RestrictionKind.CAMPUS.value, Why.RESTRICTED_CAMPUS),
    (RestrictionKind.PERSON.value, Why.RESTRICTED_PERSON),
)
NOT_FREE = {
    Duty.BUSY.value: Why.BUSY,
    Duty.TRAINING.value: Why.TRAINING,
    Duty.OUT_OF_SERVICE.value: Why.OUT_OF_SERVICE,
}


def rank(snapshot: Snapshot, weights: Weights) -> Recommendation:
    """Whom to send, in order, with the reasons; the same snapshot and weights always give the same answer."""
    able, passed, off_duty = _sorted_out(snapshot.units)
    ranked = _in_order(able, snapshot.call, weights)
    kept_back = [*passed, *_held_behind(ranked)]
    return Recommendation(
        version=weights.version,
        ranked=ranked,
        passed_over=tuple(sorted(kept_back, key=lambda one: (one.unit.call_sign, str(one.unit.key)))),
        off_duty=off_duty,
        advice=advise.advice(snapshot.call, ranked, passed),
    )


def _sorted_out(units: Iterable[Unit]) -> tuple[list[Unit], list[PassedOver], int]:
    """Who can be sent, who cannot and why, and how many are simply not at work."""
    able, passed, off_duty = [], [], 0
    for unit in units:
        why = refusal(unit)
        if why is not None:
            values: dict[str, Value] = {"incident": unit.incident} if why == Why.ON_A_CALL else {}
            passed.append(PassedOver(unit, why, values))
        elif unit.duty == Duty.OFF_DUTY:
            off_duty += 1
        else:
            able.append(unit)
    return able, passed, off_duty


def refusal(unit: Unit) -> Why | None:
    """Why this unit cannot be sent; being off duty needs no name beside it."""
    if unit.incident:
        return Why.ALREADY_SENT if unit.on_this_incident else Why.ON_A_CALL
    if unit.duty == Duty.OFF_DUTY:
        return None
    if not unit.licensed:
        return Why.NOT_LICENSED
    restricted = next((why for kind, why in RESTRICTED if kind in unit.restrictions), None)
    return restricted or NOT_FREE.get(unit.duty)


def _in_order(able: Sequence[Unit], call: Call, weights: Weights) -> tuple[Ranked, ...]:
    judged = sorted((score.judge(unit, call, weights) for unit in able), key=_key)
    found = []
    for number, one in enumerate(judged):
        following = judged[number + 1] if number + 1 < len(judged) else None
        found.append(replace(one, rank=number + 1, ahead=_ahead(one, following, call) if following else ()))
    return tuple(found)


def _key(one: Ranked) -> tuple[tuple[bool, bool], int, str, str]:
    return (one.rules, one.score, one.unit.call_sign, str(one.unit.key))


def _ahead(one: Ranked, following: Ranked, call: Call) -> tuple[Reason, ...]:
    """What sets one unit before the next: a hard rule alone, or every part of the score that differs."""
    if one.rules[0] != following.rules[0]:
        return (Reason(Code.PEACE_OFFICER_FIRST, {}),)
    if one.rules[1] != following.rules[1]:
        return (Reason(Code.CIT_FIRST, {}),)
    found = score.differences(one, following, call)
    return found if one.score < following.score else (*found, Reason(Code.CALL_SIGN, {}))


def _held_behind(ranked: Sequence[Ranked]) -> list[PassedOver]:
    """Who would have been first by minutes, and is not by a hard rule."""
    if not ranked:
        return []
    first, found = ranked[0], []
    for one in ranked[1:]:
        if one.score >= first.score or one.rules == first.rules:
            continue
        why = Why.NOT_ALONE if one.rules[0] and not first.rules[0] else Why.NOT_CERTIFIED
        known = one.unit.minutes
        found.append(PassedOver(one.unit, why, {} if known is None else {"minutes": known}))
    return found
