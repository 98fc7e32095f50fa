"""What to do beside sending the first: a call is never held because nobody certified is free."""

from collections.abc import Sequence

from incidents.ranking.facts import Call
from incidents.ranking.result import Advice, PassedOver, Ranked, Then, Value, Why

# Whoever is kept back by one of these can be asked to follow.
CAN_FOLLOW = frozenset({Why.ON_A_CALL, Why.BUSY, Why.TRAINING})
FAR = 10_000


def advice(call: Call, ranked: Sequence[Ranked], passed: Sequence[PassedOver]) -> tuple[Advice, ...]:
    """Nothing when the first unit serves the call."""
    if not ranked:
        follow = _nearest_cit(passed) if call.needs_cit else None
        return (Advice(Then.NOBODY, _following(follow)),)
    alone, misses_cit = ranked[0].rules
    follow = _nearest_cit(passed) if misses_cit else None
    values: dict[str, Value] = {"unit": ranked[0].unit.call_sign, **_following(follow)}
    if alone:
        return (Advice(Then.SEND_SECURITY_POLICE_TO_FOLLOW, values),)
    if misses_cit:
        return (Advice(Then.SEND_NEAREST_CIT_TO_FOLLOW if follow else Then.SEND_NEAREST_NO_CIT, values),)
    return ()


def _nearest_cit(passed: Sequence[PassedOver]) -> PassedOver | None:
    """The nearest CIT officer who is at work and not free, unless a restriction keeps them from this call."""
    able = [
        one
        for one in passed
        if one.code in CAN_FOLLOW and one.unit.meets_cit and one.unit.licensed and not one.unit.restrictions
    ]
    return min(able, key=_by_distance, default=None)


def _by_distance(one: PassedOver) -> tuple[int, str, str]:
    minutes = FAR if one.unit.minutes is None else one.unit.minutes
    return (minutes, one.unit.call_sign, str(one.unit.key))


def _following(one: PassedOver | None) -> dict[str, Value]:
    if one is None:
        return {}
    found: dict[str, Value] = {"follow": one.unit.call_sign, "why": one.code.value}
    if one.unit.minutes is not None:
        found["minutes"] = one.unit.minutes
    return {**found, **one.values}
