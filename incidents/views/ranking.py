"""The recommendation as the send page shows it, in plain values."""

from datetime import date
from typing import Any

from incidents.ranking import Ranked, Recommendation, words
from incidents.ranking.result import Code
from incidents.views.rows import certificate

# The units drawn at once; the others are one click away, up to the second number.
FIRST, MOST = 6, 60
KEYS = 3
# What the badge and the minutes beside the name say already.
SAID = frozenset({Code.CIT, Code.NOT_CIT, Code.MINUTES})
FOR_IT = frozenset({Code.SPEAKS, Code.SKILL})


def shown(found: Recommendation, today: date) -> dict[str, Any]:
    """Units, the rest of them, who was passed over, and what to do."""
    following = [*found.ranked[1:], None]
    rows = [_row(one, after, today) for one, after in zip(found.ranked[:MOST], following, strict=False)]
    return {
        "units": rows[:FIRST],
        "more": rows[FIRST:],
        "total": len(found.ranked),
        "passed_over": [(one.unit, words.passed_over(one)) for one in found.passed_over[:MOST]],
        "off_duty": found.off_duty,
        "advice": [words.advice(one) for one in found.advice],
    }


def _row(one: Ranked, following: Ranked | None, today: date) -> dict[str, Any]:
    return {
        "unit": one.unit,
        "rank": one.rank,
        "key": one.rank if one.rank <= KEYS else "",
        "cit": certificate(one.unit.cit, one.unit.cit_until, today),
        "reasons": [
            (words.reason(reason), "ok" if reason.code in FOR_IT else "")
            for reason in one.reasons
            if reason.code not in SAID
        ],
        "ahead": words.ahead(one, following),
    }
