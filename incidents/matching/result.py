"""What a comparison comes to: how sure, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Band(StrEnum):
    """How sure; certain only by the student number."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Sign(StrEnum):
    """What speaks for it, and what speaks against it."""

    NUMBER = "number"
    NAME = "name"
    NAME_VARIANT = "name_variant"
    NAME_OVERLAP = "name_overlap"
    NAME_PART = "name_part"
    BORN = "born"
    BORN_NEARLY = "born_nearly"
    AGE = "age"
    CAMPUS = "campus"
    GRADE = "grade"
    GRADE_NEXT = "grade_next"
    OTHER_NAME = "other_name"
    OTHER_NUMBER = "other_number"
    OTHER_BIRTH = "other_birth"
    OTHER_AGE = "other_age"


AGAINST = frozenset({Sign.OTHER_NAME, Sign.OTHER_NUMBER, Sign.OTHER_BIRTH, Sign.OTHER_AGE})


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion: the higher the score, the further up it stands."""

    band: Band
    score: int
    signs: tuple[Sign, ...]
