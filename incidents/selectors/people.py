"""People one by one, as they may be seen; how they are searched is in `people_search`."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from core.actors import Actor
from core.permissions import fetch, fetch_for, may, require, visible
from incidents.models import Guardian, JuvenileAccess, Person, PersonAccess, PersonMerge, ResponsePlan, Subject
from incidents.permissions.people import KEEPER, is_juvenile, works_with
from incidents.selectors import people_keys
from incidents.selectors.contacts import Contacts, contacts_of, of_people, outcomes, said

__all__ = ["Contacts", "contacts_of"]

ENCOUNTERS, MERGES, PAGE = 100, 50, 50


def one(actor: Actor, pk: object) -> Person:
    """A person who exists for this actor."""
    return fetch(Person.objects.select_related("campus", "agency", "merged_into"), actor, pk)


def to_try(actor: Actor, pk: object, code: str) -> Person:
    """The person of a sent form: the permission before the input."""
    return fetch_for(Person.objects.select_related("campus", "agency"), actor, pk, code)


def subject(actor: Actor, pk: object, code: str) -> Subject:
    """Somebody of an incident that the actor handles."""
    return fetch_for(Subject.objects.select_related("incident__campus", "incident__agency", "person"), actor, pk, code)


def guardian(actor: Actor, pk: object) -> Guardian:
    """Who looks after a person that exists for this actor."""
    found = fetch(Guardian.objects.select_related("person"), actor, pk)
    require(actor, "person.revise", found.person)
    return found


def merge(actor: Actor, pk: object) -> PersonMerge:
    """A merge that exists for this actor."""
    return fetch(PersonMerge.objects.select_related("survivor", "absorbed", "by", "undone_by"), actor, pk)


def own_work(actor: Actor, person: Person) -> bool:
    """Whether the actor needs no further reason: the person belongs to what they work on."""
    return works_with(actor, person)


def contacts_of_people(people: Iterable[Person], at: datetime) -> dict[UUID, Contacts]:
    """For a list of people."""
    return dict(of_people([person.pk for person in people], at))


def encounters(actor: Actor, person: Person) -> list[Subject]:
    """The encounters of a person that exist for this actor, the newest first; keepers see every one."""
    rows = Subject.objects.filter(person=person).select_related("incident__campus")
    if not actor.holds(*KEEPER):
        rows = visible(rows, actor)
    return list(rows.order_by("-incident__received_at")[:ENCOUNTERS])


def results_of(subjects: Iterable[Subject]) -> Mapping[UUID, str]:
    """How each encounter ended, where a record of it was filed."""
    return {key: str(said(outcome)) for key, outcome in outcomes([one.pk for one in subjects]).items()}


def merges(actor: Actor, person: Person) -> list[PersonMerge]:
    """What was merged into this person, and what was taken apart again."""
    rows = visible(PersonMerge.objects.select_related("absorbed", "survivor", "by", "undone_by"), actor)
    return list(rows.filter(Q(survivor=person) | Q(absorbed=person))[:MERGES])


def juvenile(person: Person) -> bool:
    """Whether the person is kept as a child."""
    return is_juvenile(person)


def may_edit(actor: Actor, person: Person) -> bool:
    """Whether the form is shown."""
    return person.merged_into_id is None and may(actor, "person.revise", person)


def plans(actor: Actor, person: Person) -> list[ResponsePlan]:
    """The versions of plans for this person, and for who was merged into them, that exist for this actor."""
    numbers = {one.student_number for one in people_keys.family(person)} - {""}
    return list(visible(ResponsePlan.objects.filter(student_number__in=numbers), actor)[:MERGES]) if numbers else []


def looks(actor: Actor, of: str, page: int) -> tuple[list[Any], bool]:
    """One page of a stream, the newest first, and whether there are older ones."""
    require(actor, "person.audit")
    first = (page - 1) * PAGE
    rows = visible(_stream(of).objects.select_related("by", "incident"), actor)
    found = list(rows.order_by("-at", "pk")[first : first + PAGE + 1])
    return found[:PAGE], len(found) > PAGE


def named(actor: Actor, keys: Iterable[UUID]) -> dict[UUID, Person]:
    """The people of these keys that exist for this actor."""
    return {one.pk: one for one in visible(Person.objects.filter(pk__in=set(keys)), actor)}


def _stream(of: str) -> Any:
    return PersonAccess if of == "adults" else JuvenileAccess
