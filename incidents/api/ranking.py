"""What the API tells of a recommendation: codes and values for programs, words for people."""

from typing import Any

from incidents.ranking import Advice, PassedOver, Ranked, Reason, Recommendation, words

LIMIT = 100


def recommendation_out(found: Recommendation, shown: str) -> dict[str, Any]:
    """`shown` goes back with the choice, as proof of which unit was first."""
    following = [*found.ranked[1:], None]
    pairs = list(zip(found.ranked, following, strict=False))[:LIMIT]
    return {
        "results": [_ranked(one, after) for one, after in pairs],
        "passed_over": [_passed(one) for one in found.passed_over[:LIMIT]],
        "off_duty": found.off_duty,
        "advice": [_advice(one) for one in found.advice],
        "ranking_version": found.version,
        "shown": shown,
    }


def _ranked(one: Ranked, following: Ranked | None) -> dict[str, Any]:
    unit = one.unit
    return {
        "id": unit.key,
        "call_sign": unit.call_sign,
        "name": unit.name,
        "place": unit.place,
        "cit": unit.cit,
        "cit_until": unit.cit_until,
        "minutes": unit.minutes,
        "rank": one.rank,
        "score": one.score,
        "reasons": [_reason(reason) for reason in one.reasons],
        "ahead": [_reason(reason) for reason in one.ahead],
        "ahead_words": words.ahead(one, following),
    }


def _reason(one: Reason) -> dict[str, Any]:
    return {"code": str(one.code), "values": dict(one.values), "minutes": one.minutes, "words": words.reason(one)}


def _passed(one: PassedOver) -> dict[str, Any]:
    return {
        "id": one.unit.key,
        "call_sign": one.unit.call_sign,
        "code": one.code.value,
        "values": dict(one.values),
        "words": words.passed_over(one),
    }


def _advice(one: Advice) -> dict[str, Any]:
    return {"code": one.code.value, "values": dict(one.values), "words": words.advice(one)}
