"""What is missing, why, and where to go: what must be answered first, then what is expected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.encounter.facts import is_minor
from incidents.encounter.parts import Text, When, is_shown, one_of, rows_have
from incidents.encounter.sections import FIELDS, SECTION_OF
from incidents.encounter.validations import problems


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap. `must` keeps the record from being filed; the rest is expected, and may stay open."""

    field: str
    section: str
    title: Text
    why: Text
    must: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """A field that is expected where one of the conditions holds, and why."""

    field: str
    shown: tuple[When, ...]
    why: Text


_suicidal = (one_of("nature", "suicidal", "self_injury"),)
_threat = (one_of("nature", "threat_or_harm_to_others"),)
_armed = (one_of("weapon", "accessible", "on_person", "displayed", "used"),)
_fit_to_travel = ("voluntary_transport", "emergency_detention", "warrant_detention")
_alleged = (one_of("offense_alleged", "yes"),)

EXPECTED: tuple[Expected, ...] = (
    Expected("ideation", _suicidal, _("Whoever helps next asks for it first.")),
    Expected("plan_stated", _suicidal, _("A plan decides how urgent help is.")),
    Expected("means_access", _suicidal, _("Parents are told what to lock away.")),
    Expected("attempt", _suicidal, _("An earlier attempt is the strongest sign of a next one.")),
    Expected("threat_target_kind", _threat, _("Whoever is threatened has to be warned.")),
    Expected("threat_specific", _threat, _("The threat-assessment team starts from it.")),
    Expected("weapon_type", _armed, _("A weapon was involved.")),
    Expected("weapon_recovered", _armed, _("A weapon was involved, and somebody may still find it.")),
    Expected("firearm_seized", (one_of("weapon_type", "firearm"),), _("A firearm that was seized starts a clock.")),
    Expected("naloxone_doses", (one_of("naloxone_given", "yes"),), _("Hospitals ask how much was given.")),
    Expected(
        "uof_report_no", (one_of("force_reportable", True),), _("The force report and this record belong together.")
    ),
    Expected(
        "transports",
        (one_of("primary_outcome", *_fit_to_travel), one_of("outcomes", *_fit_to_travel)),
        _("Say who took the person, where to, and when they were handed over."),
    ),
    Expected("offense_level", _alleged, _("It decides which ways of diverting are open.")),
    Expected("mh_sud_suspected_cause", _alleged, _("It decides which ways of diverting are open.")),
    Expected("diversion_reason", (one_of("arrestable_but_diverted", True),), _("The reason is counted every year.")),
    Expected("diversion_basis", (one_of("arrestable_but_diverted", True),), _("The basis is counted every year.")),
    Expected("techniques", (one_of("anyone_injured", True, False),), _("What helped is told to whoever comes next.")),
    Expected("occurred_from", (one_of("anyone_injured", True, False),), _("Clocks of the law count from it.")),
    Expected("follow_up_outcome", (one_of("primary_outcome", "disengaged"),), _("Somebody has to look in again.")),
)
UNFINISHED: tuple[tuple[str, When, Text], ...] = (
    ("injuries", rows_have("injuries", "severity", None), _("Say how badly each person was hurt.")),
    (
        "injuries",
        rows_have("injuries", "before_arrival", None),
        _("Say of each injury whether it was there before you."),
    ),
    ("restraints", rows_have("restraints", "start", None), _("The notice to parents names when each restraint began.")),
    ("restraints", rows_have("restraints", "end", None), _("The notice to parents names when each restraint ended.")),
    (
        "restraints",
        rows_have("restraints", "prompting_behavior", None),
        _("The notice to parents names what made each restraint necessary."),
    ),
)


def missing(facts: Mapping[str, Any]) -> list[Missing]:
    """Every gap, those that keep the record from being filed first; each in the order of the sections."""
    must = [_gap(name, why, must=True) for name, why in problems(facts).items()]
    named = {gap.field for gap in must}
    wanted: dict[str, Missing] = {}
    for name, why in _wanted(facts):
        if name not in named:
            wanted.setdefault(name, _gap(name, why, must=False))
    return sorted(must, key=_place) + sorted(wanted.values(), key=_place)


def share_done(facts: Mapping[str, Any]) -> tuple[int, int]:
    """How many of the fields that are asked every time have an answer."""
    asked = [field for field in FIELDS.values() if field.common and is_shown(field, facts)]
    if not is_minor(facts):
        asked = [field for field in asked if field.name != "notifications"]
    return sum(not is_empty(facts.get(field.name)) for field in asked), len(asked)


def is_empty(answer: Any) -> bool:
    """Not recorded; "unknown", "no" and nought are answers."""
    return answer is None or answer in ("", [], {})


def _wanted(facts: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    for one in EXPECTED:
        if is_empty(facts.get(one.field)) and any(condition.holds(facts) for condition in one.shown):
            yield one.field, one.why
    for name, condition, why in UNFINISHED:
        if facts.get(name) and condition.holds(facts):
            yield name, why


def _gap(name: str, why: Text, *, must: bool) -> Missing:
    return Missing(name, SECTION_OF[name].key, FIELDS[name].label, why, must)


def _place(gap: Missing) -> int:
    return list(FIELDS).index(gap.field)
