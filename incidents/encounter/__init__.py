"""The de-escalation record as data: its sections, what is missing, what keeps it from being filed, what follows."""

from incidents.encounter.completeness import Missing, missing, share_done
from incidents.encounter.facts import completed, facts_of, needs_chief, needs_force_review
from incidents.encounter.parts import Field, Kind, Quick, Section, is_shown
from incidents.encounter.sections import BY_KEY, FIELDS, SECTION_OF, SECTIONS
from incidents.encounter.validations import problems

__all__ = [
    "BY_KEY",
    "FIELDS",
    "SECTIONS",
    "SECTION_OF",
    "Field",
    "Kind",
    "Missing",
    "Quick",
    "Section",
    "completed",
    "facts_of",
    "is_shown",
    "missing",
    "needs_chief",
    "needs_force_review",
    "problems",
    "share_done",
]
