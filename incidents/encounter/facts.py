"""The answers of one record as plain values, with what follows from them."""

from collections.abc import Mapping
from typing import Any

from incidents.encounter.sections import FIELDS
from incidents.record_vocabulary import ENFORCEMENT, YOUNG, Force, Grade, PersonRole

SOFT_HANDS = int(Force.SOFT_HANDS)
# The grade rule asks for a written reason from these on, and for every restraint.
SPRAY_OR_CURRENT = (int(Force.OC), int(Force.CEW))
CHILD = 11
ADULT = 18


def facts_of(record: Any) -> dict[str, Any]:
    """All answers of a record, and what is known of the person and the officers."""
    answers = {name: getattr(record, name) for name in FIELDS}
    officers = list(record.officers.all())
    licenses = {row.license_type for row in officers if row.license_type}
    return completed(
        {
            **answers,
            "role": record.subject.role,
            "grade": record.subject.grade,
            "peace_officer": "peace_officer" in licenses if licenses else None,
            "filed_before": record.submitted_at is not None,
            "minor_then": record.is_minor,
            # One rule says who was a minor on that day, and it is kept with the person of the encounter.
            "subject_minor": record.subject.is_minor,
        }
    )


def completed(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with what follows from them: every ending, minor or not, and the grade rule."""
    facts = dict(answers)
    facts["ended"] = ended(facts)
    facts["is_minor"] = is_minor(facts)
    facts["young"] = is_young(facts)
    facts["grade_rule"] = facts["young"] and (bool(facts.get("restraints")) or restrained(facts) or _sprayed(facts))
    facts["enforced"] = bool(set(facts["ended"]) & ENFORCEMENT)
    return facts


def ended(facts: Mapping[str, Any]) -> list[str]:
    """The primary outcome first, then the others, each once."""
    given = [facts.get("primary_outcome") or "", *(facts.get("outcomes") or [])]
    return [slug for slug in dict.fromkeys(given) if slug]


def is_minor(facts: Mapping[str, Any]) -> bool:
    """Fixed with the first filing; before that the age decides, and a student of unknown age is a minor."""
    if facts.get("filed_before"):
        return bool(facts.get("minor_then", True))
    age = facts.get("age_estimate")
    if age is not None:
        return bool(age < ADULT)
    known = facts.get("subject_minor")
    return bool(facts.get("role", PersonRole.STUDENT) == PersonRole.STUDENT) if known is None else bool(known)


def is_young(facts: Mapping[str, Any]) -> bool:
    """Grade 5 and below, by the grade; where it is not known, whoever is eleven or younger counts so."""
    grade = facts.get("grade") or ""
    if grade and grade != Grade.UNKNOWN:
        return grade in YOUNG
    age = facts.get("age_estimate")
    return bool(age is not None and age <= CHILD)


def restrained(facts: Mapping[str, Any]) -> bool:
    """Whether anybody was held, at the scene or on the way."""
    on_the_way = any(row.get("restrained") == "yes" for row in facts.get("transports") or [])
    return bool(facts.get("restraint_used")) or on_the_way


def needs_force_review(facts: Mapping[str, Any]) -> bool:
    """Reportable force, a restraint, a case of the grade rule, or what is gravest: read before the rest."""
    held = restrained(facts) or bool(facts.get("restraints"))
    return held or bool(facts.get("force_reportable")) or facts["grade_rule"] or needs_chief(facts)


def needs_chief(facts: Mapping[str, Any]) -> bool:
    """Deadly force, or somebody died."""
    died = any(row.get("severity") == "fatal" for row in facts.get("injuries") or [])
    return bool(facts.get("force_highest") == Force.DEADLY or died)


def _sprayed(facts: Mapping[str, Any]) -> bool:
    force = facts.get("force_highest")
    return force is not None and force in SPRAY_OR_CURRENT
