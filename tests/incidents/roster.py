"""Units and calls for the tests of the ranking, with as few words as they allow."""

from typing import Any
from uuid import UUID, uuid5

from incidents.ranking import Call, Snapshot, Unit, Weights, rank
from incidents.ranking.result import Recommendation

_NAMES = UUID("00000000-0000-4000-8000-000000000000")


def unit(call_sign: str, **facts: Any) -> Unit:
    """A certified peace officer on duty four minutes away, unless said otherwise."""
    return Unit(**{"key": uuid5(_NAMES, call_sign), "call_sign": call_sign, "cit": True, "minutes": 4, **facts})


def call(priority: str = "p2", **facts: Any) -> Call:
    """A call that needs a CIT officer, unless said otherwise."""
    return Call(**{"priority": priority, "cit_required": True, **facts})


def ranked(*units: Unit, weights: Weights | None = None, **facts: Any) -> Recommendation:
    """The recommendation for a call of these facts."""
    return rank(Snapshot(call(**facts), units), weights or Weights())


def order(found: Recommendation) -> list[str]:
    """The call signs from the first on."""
    return [one.unit.call_sign for one in found.ranked]
