"""Natures that two callers may well use for one and the same thing."""

from collections.abc import Mapping

from incidents.vocabulary import Nature

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({Nature.SUICIDE_ATTEMPT, Nature.SUICIDAL_IDEATION, Nature.SELF_HARM}),
    frozenset({Nature.THREAT_TO_OTHERS, Nature.FIGHT, Nature.WEAPON, Nature.OFFENSE}),
    frozenset({Nature.PSYCHOSIS, Nature.PANIC, Nature.OUTBURST, Nature.DISABILITY}),
    frozenset({Nature.OVERDOSE, Nature.MEDICAL, Nature.MEDICATION}),
    frozenset({Nature.RUNAWAY, Nature.WELFARE}),
    frozenset({Nature.FAMILY, Nature.GRIEF, Nature.ABUSE}),
    frozenset({Nature.FOLLOW_UP}),
)
_FAMILY_OF: Mapping[str, frozenset[str]] = {nature: family for family in FAMILIES for nature in family}


def related(one: str, other: str) -> bool:
    """Whether the two natures belong to one family; a nature not chosen yet belongs to none."""
    return other in _FAMILY_OF.get(one, ())
