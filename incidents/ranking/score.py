"""What one unit's score is made of, in minutes, and how two scores differ."""

from incidents.ranking.facts import Call, Unit
from incidents.ranking.result import Code, Part, Ranked, Reason, Value
from incidents.ranking.weights import Weights


def judge(unit: Unit, call: Call, weights: Weights) -> Ranked:
    """The unit with its hard rules, its minutes and its reasons; its place in the order comes later."""
    parts = _parts(unit, call, weights)
    alone = call.needs_peace_officer and not unit.peace_officer
    missing = call.needs_cit and not unit.meets_cit
    return Ranked(unit, 0, (alone, missing), parts, _reasons(unit, call, parts, alone=alone))


def _parts(unit: Unit, call: Call, weights: Weights) -> dict[Part, int]:
    """Every part, the ones that are nothing too; what speaks for a unit is negative."""
    matches = len(unit.skills & call.skills)
    long_duty = _reaches(unit.hours_on_duty, weights.long_duty_hours)
    short_rest = unit.rest_hours is not None and unit.rest_hours < weights.short_rest_hours
    stale = _reaches(unit.place_hours, weights.stale_place_hours)
    return {
        Part.DISTANCE: weights.unknown_distance if unit.minutes is None else unit.minutes,
        Part.CIT: -weights.cit if unit.meets_cit and not call.needs_cit else 0,
        Part.LANGUAGE: -weights.language if call.language and call.language in unit.languages else 0,
        Part.SKILLS: -weights.skill * matches,
        Part.CRISIS_CALLS: weights.crisis_call * unit.crisis_calls,
        Part.LONG_DUTY: weights.long_duty if long_duty else 0,
        Part.SHORT_REST: weights.short_rest if short_rest else 0,
        Part.STALE_PLACE: weights.stale_place if stale else 0,
    }


def _reaches(hours: int | None, limit: int) -> bool:
    return hours is not None and hours >= limit


def _reasons(unit: Unit, call: Call, parts: dict[Part, int], *, alone: bool) -> tuple[Reason, ...]:
    """What there is to say of the unit, certificate and distance always."""
    found = [_certificate(unit, parts[Part.CIT]), _distance(unit, parts[Part.DISTANCE])]
    if alone:
        found.append(Reason(Code.NOT_ALONE, {"priority": call.priority.upper()}))
    if call.language and call.language in unit.languages:
        found.append(Reason(Code.SPEAKS, {"language": call.language}, parts[Part.LANGUAGE]))
    matches = sorted(unit.skills & call.skills)
    found += [Reason(Code.SKILL, {"skill": skill}, parts[Part.SKILLS] // len(matches)) for skill in matches]
    if unit.crisis_calls:
        found.append(Reason(Code.CRISIS_CALLS, {"number": unit.crisis_calls}, parts[Part.CRISIS_CALLS]))
    return (*found, *_fatigue(unit, parts))


def _certificate(unit: Unit, minutes: int) -> Reason:
    if unit.meets_cit:
        return Reason(Code.CIT, {"until": unit.cit_until.isoformat()} if unit.cit_until else {}, minutes)
    return Reason(Code.CIT_SECURITY if unit.cit else Code.NOT_CIT, {})


def _distance(unit: Unit, minutes: int) -> Reason:
    if unit.minutes is None:
        return Reason(Code.DISTANCE_UNKNOWN, {"counted": minutes}, minutes)
    return Reason(Code.MINUTES, {"minutes": unit.minutes}, minutes)


def _fatigue(unit: Unit, parts: dict[Part, int]) -> list[Reason]:
    hours = (
        (Code.LONG_DUTY, Part.LONG_DUTY, unit.hours_on_duty),
        (Code.SHORT_REST, Part.SHORT_REST, unit.rest_hours),
        (Code.STALE_PLACE, Part.STALE_PLACE, unit.place_hours),
    )
    return [
        Reason(code, {"hours": number}, parts[part])
        for code, part, number in hours
        if parts[part] and number is not None
    ]


def differences(one: Ranked, other: Ranked, call: Call) -> tuple[Reason, ...]:
    """Every part in which two scores differ; positive minutes speak for the one. They add up to the whole gap."""
    found = []
    for part in Part:
        gap = other.parts[part] - one.parts[part]
        if gap:
            found.append(
                Reason(Code.AHEAD, {"part": part.value, "minutes": gap, **_named(part, one, other, call)}, gap)
            )
    # What speaks for the unit comes first, the weightiest first.
    return tuple(sorted(found, key=lambda reason: -reason.minutes))


def _named(part: Part, one: Ranked, other: Ranked, call: Call) -> dict[str, Value]:
    """What the sentence about this part names."""
    if part == Part.LANGUAGE:
        return {"language": call.language}
    if part == Part.DISTANCE and one.unit.minutes is None:
        return {"unknown": "mine"}
    if part == Part.DISTANCE and other.unit.minutes is None:
        return {"unknown": "theirs"}
    return {}
