"""Searching people and suggesting who somebody is. Words of the question become keys; nothing is linked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet
from django.utils import timezone

from core.actors import Actor
from core.permissions import require, visible
from incidents.matching import Facts, Match, compare
from incidents.matching.names import groups, parts
from incidents.matching.spelling import sound
from incidents.models import Person, Subject
from incidents.models.people import NAME_VECTOR
from incidents.permissions.people import near
from incidents.selectors import people_keys

SHOWN, LOOKED_AT, WORDS = 20, 200, 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may be the one, with reasons."""

    person: Person
    match: Match


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found; `more` where it should be narrowed."""

    people: list[Person]
    more: bool


def search(actor: Actor, *, name: str, student_number: str, birth_date: date | None) -> Results:
    """Among the people who exist for this actor; everything given has to agree."""
    require(actor, "person.search")
    return _results(mergeable(actor), name, student_number, birth_date)


def search_for(actor: Actor, subject: Subject, *, name: str, student_number: str, birth_date: date | None) -> Results:
    """For somebody of an incident at hand: children too, since this is what the question is for."""
    require(actor, "subject.link", subject)
    return _results(candidates(actor), name, student_number, birth_date)


def suggestions(actor: Actor, subject: Subject, at: datetime) -> list[Suggestion]:
    """Who a subject may be, the surest first. Nobody is linked by this."""
    require(actor, "subject.link", subject)
    known = facts_of_subject(subject)
    return _suggested(candidates(actor), known, timezone.localdate(at))


def doubles(actor: Actor, person: Person, at: datetime) -> list[Suggestion]:
    """Other rows that may be the same person."""
    require(actor, "person.merge", person)
    rows = mergeable(actor)
    return _suggested(rows, facts_of(person), timezone.localdate(at), without=person.pk)


def facts_of(person: Person) -> Facts:
    """A person as it is compared."""
    return Facts(
        names=tuple(name for name in (person.name, *person.other_names) if name),
        student_number=person.student_number,
        birth_date=person.birth_date,
        campus=str(person.campus_id or ""),
        grade=person.grade,
    )


def facts_of_subject(subject: Subject) -> Facts:
    """Somebody of an incident as it is compared."""
    campus = subject.incident.campus
    return Facts(
        names=(subject.name,) if subject.name else (),
        student_number=subject.student_number,
        birth_date=subject.birth_date,
        age=subject.age_estimate,
        campus=str(campus.pk) if campus.kind != "other" else "",
        grade=subject.grade,
    )


def mergeable(actor: Actor) -> QuerySet[Person]:
    """People who exist for this actor and were not merged into others."""
    return visible(Person.objects.select_related("campus"), actor).filter(merged_into=None)


def candidates(actor: Actor) -> QuerySet[Person]:
    """Whom somebody of an incident can turn out to be: children too, and nobody whom the actor is too near to."""
    rows = Person.objects.select_related("campus").filter(agency_id=actor.agency_id, merged_into=None)
    return rows.exclude(near(actor))


def _results(rows: QuerySet[Person], name: str, student_number: str, birth_date: date | None) -> Results:
    asked = [_name_words(part) for part in parts(name)[:WORDS]]
    asked += [f"'{key}'" for key in (people_keys.number(student_number),) if key]
    asked += [f"'{people_keys.BORN}{birth_date:%Y%m%d}'"] if birth_date else []
    if not asked:
        return Results([], more=False)
    found = list(_holding(rows, " & ".join(asked)).order_by("family_name", "given_name", "pk")[: SHOWN + 1])
    return Results(found[:SHOWN], more=len(found) > SHOWN)


def _suggested(rows: QuerySet[Person], known: Facts, today: date, without: UUID | None = None) -> list[Suggestion]:
    asked = [f"'{people_keys.number(known.student_number)}'"] if known.student_number else []
    asked += [f"'{people_keys.BORN}{known.birth_date:%Y%m%d}'"] if known.birth_date else []
    asked += _near_names(known.names)
    asked = [words for words in asked if words != "''"]
    if not asked:
        return []
    looked_at = _holding(rows, " | ".join(asked))[:LOOKED_AT]
    found = [(person, compare(known, facts_of(person), today)) for person in looked_at if person.pk != without]
    best = sorted((Suggestion(person, match) for person, match in found if match), key=_order)
    return best[:SHOWN]


def _order(suggestion: Suggestion) -> tuple[int, str, str]:
    return (-suggestion.match.score, suggestion.person.name, str(suggestion.person.pk))


def _near_names(names: Iterable[str]) -> list[str]:
    """Two parts of a name in any of their forms are enough to be looked at; a single part where there is no other."""
    found = []
    for name in names:
        spelled = [_forms(part) for part in parts(name)]
        pairs = [f"({one} & {other})" for at, one in enumerate(spelled) for other in spelled[at + 1 :]]
        found += pairs or spelled
    return found


def _forms(part: str) -> str:
    keys = [f"'{part}'", f"'0{sound(part)}'", *(f"'1{group}'" for group in sorted(groups(part)))]
    return f"({' | '.join(keys)})"


def _name_words(part: str) -> str:
    """The beginning of a name, or any of its forms."""
    keys = [f"'{part}':*", *(f"'1{group}'" for group in sorted(groups(part)))]
    return f"({' | '.join(keys)})"


def _holding(rows: QuerySet[Person], words: str) -> QuerySet[Person]:
    return rows.alias(names=NAME_VECTOR).filter(names=SearchQuery(words, search_type="raw", config="simple"))
