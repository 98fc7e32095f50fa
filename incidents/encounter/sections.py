"""The record, section by section: one list for pages, bodies, tablets, services and this product's documents."""

from incidents.encounter.asked_about import PERSON, SCENE, WORDS
from incidents.encounter.asked_done import FORCE, INJURIES, TECHNIQUES
from incidents.encounter.asked_ended import DIVERSION, FOLLOW_UP, OUTCOME, TOLD
from incidents.encounter.asked_what import NATURE, SUBSTANCE, SUICIDE, THREAT, WEAPON
from incidents.encounter.parts import Field, Section

# Those of every encounter first, in the order in which they are tapped.
SECTIONS: tuple[Section, ...] = (
    NATURE,
    SUICIDE,
    THREAT,
    WEAPON,
    TECHNIQUES,
    FORCE,
    INJURIES,
    OUTCOME,
    TOLD,
    SUBSTANCE,
    PERSON,
    SCENE,
    FOLLOW_UP,
    DIVERSION,
    WORDS,
)
BY_KEY: dict[str, Section] = {section.key: section for section in SECTIONS}
FIELDS: dict[str, Field] = {field.name: field for section in SECTIONS for field in section.fields}
SECTION_OF: dict[str, Section] = {field.name: section for section in SECTIONS for field in section.fields}
