"""Services of people and their earlier contacts beside their forms and bodies."""

from core.web.doors import Door
from incidents import people_forms as pages
from incidents.api import people_bodies as bodies
from incidents.services import people, people_access, people_facts, people_keeping, people_merge, subjects

DOORS: tuple[Door, ...] = (
    (people.create, pages.NewPersonForm, bodies.NewPersonIn),
    (people.link, pages.LinkForm, bodies.LinkIn),
    (people.unlink, pages.ReasonForm, bodies.ReasonIn),
    (subjects.describe, pages.EncounterForm, bodies.EncounterIn),
    (people_access.give_reason, pages.ReasonForm, bodies.ReasonIn),
    (people_facts.revise, pages.PersonForm, bodies.PersonIn),
    (people_facts.add_guardian, pages.GuardianForm, bodies.GuardianIn),
    (people_facts.end_guardian, pages.EmptyForm, bodies.EmptyIn),
    (people_keeping.hold, pages.ReasonForm, bodies.ReasonIn),
    (people_keeping.release, pages.EmptyForm, bodies.EmptyIn),
    (people_keeping.declare_conflict, pages.EmptyForm, bodies.EmptyIn),
    (people_merge.merge, pages.MergeForm, bodies.MergeIn),
    (people_merge.unmerge, pages.UnmergeForm, bodies.UnmergeIn),
)
