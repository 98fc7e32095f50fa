"""Who may be diverted, and why: computed from the officer's answers, and explained answer by answer.

What is asked of the law is kept apart from what is known: each condition is met, fails, or is not known. One that
fails decides, whatever is unknown beside it. The wording of the law is for counsel to confirm.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.encounter.parts import Text
from incidents.record_vocabulary import OffenseLevel


class Result(StrEnum):
    """What follows."""

    NOT_APPLICABLE = "not_applicable"
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Input:
    """One condition: the field it is read from, its words, and whether it is met (None: not known)."""

    field: str
    words: Text
    met: bool | None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """One way of diverting: its result and the conditions that gave it."""

    key: str
    title: Text
    result: Result
    inputs: tuple[Input, ...] = ()


FINE_TO_JAIL = frozenset({OffenseLevel.CLASS_A, OffenseLevel.CLASS_B, OffenseLevel.CLASS_C})
GRAVE = frozenset({OffenseLevel.FELONY_1, OffenseLevel.FELONY_2, OffenseLevel.FELONY_3})
# Degree not stated: it may be one of the grave ones.
OPEN_DEGREE = frozenset({OffenseLevel.FELONY})

TITLES: dict[str, Text] = {
    "16_23": _("Diversion of a person in crisis (CCP 16.23)"),
    "14_035": _("Release instead of arrest, residential program (CCP 14.035)"),
    "first_offender": _("First-offender program (FC 52.031)"),
    "informal": _("Disposition without referral (FC 52.03)"),
}


def all_of(facts: Mapping[str, Any]) -> tuple[Eligibility, ...]:
    """Each way with its result."""
    return (
        eligible_16_23(facts),
        eligible_14_035(facts),
        eligible_first_offender(facts),
        eligible_informal(facts),
    )


def columns(facts: Mapping[str, Any]) -> dict[str, str]:
    """The results as the record keeps them."""
    return {f"eligible_{one.key}": str(one.result) for one in all_of(facts)}


def eligible_16_23(facts: Mapping[str, Any]) -> Eligibility:
    """Class A to C, not violent, no driving while intoxicated, a center, reasonable, and a suspected cause."""
    return _judge(
        "16_23",
        facts,
        (
            Input("offense_level", _("The offense is of class A, B or C"), _level(facts, FINE_TO_JAIL)),
            Input("violent", _("It was not violent"), _no(facts, "violent")),
            Input("dwi_type", _("It was not driving or boating while intoxicated"), _no(facts, "dwi_type")),
            Input(
                "treatment_center_available",
                _("A treatment center is available and right"),
                _yes(facts, "treatment_center_available"),
            ),
            Input("diversion_reasonable", _("Diversion is reasonable"), _yes(facts, "diversion_reasonable")),
            Input(
                "mh_sud_suspected_cause",
                _("Mental health or substance use is the suspected cause"),
                _yes(facts, "mh_sud_suspected_cause"),
            ),
        ),
    )


def eligible_14_035(facts: Mapping[str, Any]) -> Eligibility:
    """Residents of a residential program for intellectual disability."""
    resident = Input(
        "idd_residential_program",
        _("The person lives in a residential program for disabilities"),
        _yes(facts, "idd_residential_program"),
    )
    return _judge("14_035", facts, (resident,))


def eligible_first_offender(facts: Mapping[str, Any]) -> Eligibility:
    """A child's first offense, no graver than a state jail felony, without violence and weapons, where a program is."""
    return _judge(
        "first_offender",
        facts,
        (
            Input("is_minor", _("The person is a minor"), facts.get("is_minor")),
            Input("offense_level", _("The offense is no felony of the first to third degree"), _mild(facts)),
            Input("violent", _("It was not violent"), _no(facts, "violent")),
            Input("weapon_offense", _("No weapon was part of it"), _no(facts, "weapon_offense")),
            Input("prior_offense", _("There is no earlier offense"), _no(facts, "prior_offense")),
            Input("first_offender_program", _("A local program exists"), facts.get("first_offender_program")),
        ),
    )


def eligible_informal(facts: Mapping[str, Any]) -> Eligibility:
    """A child's case that the juvenile board's guidelines let end without a referral."""
    return _judge(
        "informal",
        facts,
        (
            Input("is_minor", _("The person is a minor"), facts.get("is_minor")),
            Input(
                "informal_guidelines",
                _("The juvenile board’s guidelines are on file"),
                facts.get("informal_guidelines"),
            ),
            Input(
                "trafficking_victim_suspected",
                _("The person is not a suspected victim of trafficking"),
                _no(facts, "trafficking_victim_suspected"),
            ),
        ),
    )


def _judge(key: str, facts: Mapping[str, Any], inputs: tuple[Input, ...]) -> Eligibility:
    alleged = facts.get("offense_alleged") or ""
    if alleged == "yes":
        return Eligibility(key, TITLES[key], _result(one.met for one in inputs), inputs)
    # "No" and "not asked" both mean that nothing is alleged; "cannot tell" decides nothing.
    nothing = Result.UNDETERMINED if alleged == "unknown" else Result.NOT_APPLICABLE
    return Eligibility(key, TITLES[key], nothing)


def _result(met: Iterable[bool | None]) -> Result:
    known = list(met)
    if False in known:
        return Result.NOT_ELIGIBLE
    return Result.UNDETERMINED if None in known else Result.ELIGIBLE


def _yes(facts: Mapping[str, Any], field: str) -> bool | None:
    return {"yes": True, "no": False}.get(facts.get(field) or "")


def _no(facts: Mapping[str, Any], field: str) -> bool | None:
    said = _yes(facts, field)
    return None if said is None else not said


def _level(facts: Mapping[str, Any], allowed: frozenset[OffenseLevel]) -> bool | None:
    level = facts.get("offense_level") or ""
    return None if level in ("", "unknown") else level in allowed


def _mild(facts: Mapping[str, Any]) -> bool | None:
    level = facts.get("offense_level") or ""
    return None if level in ("", "unknown", *OPEN_DEGREE) else level not in GRAVE
