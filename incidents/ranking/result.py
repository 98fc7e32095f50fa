"""What the ranking answers: an order whose reasons are data, so that they can be kept, compared and put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from incidents.ranking.facts import Unit

Value = int | str


class Part(StrEnum):
    """What a unit's score is made of."""

    DISTANCE = "distance"
    CIT = "cit"
    LANGUAGE = "language"
    SKILLS = "skills"
    CRISIS_CALLS = "crisis_calls"
    LONG_DUTY = "long_duty"
    SHORT_REST = "short_rest"
    STALE_PLACE = "stale_place"


class Code(StrEnum):
    """What is true of a unit, or what set it before the next one."""

    CIT = "cit"
    NOT_CIT = "not_cit"
    CIT_SECURITY = "cit_security"
    NOT_ALONE = "not_alone"
    MINUTES = "minutes"
    DISTANCE_UNKNOWN = "distance_unknown"
    SPEAKS = "speaks"
    SKILL = "skill"
    CRISIS_CALLS = "crisis_calls"
    LONG_DUTY = "long_duty"
    SHORT_REST = "short_rest"
    STALE_PLACE = "stale_place"
    PEACE_OFFICER_FIRST = "peace_officer_first"
    CIT_FIRST = "cit_first"
    AHEAD = "ahead"
    CALL_SIGN = "call_sign"


class Why(StrEnum):
    """Why a unit was passed over."""

    ALREADY_SENT = "already_sent"
    NOT_LICENSED = "not_licensed"
    RESTRICTED_DUTY = "restricted_duty"
    RESTRICTED_CAMPUS = "restricted_campus"
    RESTRICTED_PERSON = "restricted_person"
    ON_A_CALL = "on_a_call"
    BUSY = "busy"
    TRAINING = "training"
    OUT_OF_SERVICE = "out_of_service"
    NOT_CERTIFIED = "not_certified"
    NOT_ALONE = "not_alone"


class Then(StrEnum):
    """What to do when the order alone does not serve the call."""

    SEND_NEAREST_CIT_TO_FOLLOW = "send_nearest_cit_to_follow"
    SEND_NEAREST_NO_CIT = "send_nearest_no_cit"
    SEND_SECURITY_POLICE_TO_FOLLOW = "send_security_police_to_follow"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code and the values its sentence needs; `minutes` is what it adds to the score."""

    code: str
    values: Mapping[str, Value]
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit that can be sent. `ahead` says what sets it before the next one; the last has none.

    `rules` are the hard rules it breaks, compared before the score: whether a security officer would be alone, and
    whether a needed certificate is missing.
    """

    unit: Unit
    rank: int
    rules: tuple[bool, bool]
    parts: Mapping[Part, int]
    reasons: tuple[Reason, ...]
    ahead: tuple[Reason, ...] = ()

    @property
    def score(self) -> int:
        """Minutes that sending this unit is worth; fewer are better."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A unit that is not first, or not in the order at all, and why."""

    unit: Unit
    code: Why
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the desk should do beside sending the first."""

    code: Then
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Whom to send, in order; who was passed over; how many are off duty; what else to do."""

    version: int
    ranked: tuple[Ranked, ...]
    passed_over: tuple[PassedOver, ...]
    off_duty: int
    advice: tuple[Advice, ...]

    @property
    def first(self) -> Ranked | None:
        """The recommended unit."""
        return self.ranked[0] if self.ranked else None
