"""Who a subject is: entering somebody new, linking, taking it back. Nothing links by itself."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict, NotFound
from core.permissions import require, visible
from incidents.models import Person, Subject, SubjectLink
from incidents.models.people import age_on
from incidents.people_vocabulary import Found
from incidents.selectors import people_keys
from incidents.services import people_access
from incidents.services.subjects import GROWN, day_of


def create(
    subject: Subject,
    *,
    actor: Actor,
    given_name: str,
    family_name: str,
    birth_date: date | None,
    student_number: str,
    at: datetime | None = None,
) -> Person:
    """Enter the person of an encounter as somebody new, with what the encounter knows, and link the two."""
    moment = at or clock.now()
    require(actor, "subject.link", subject)
    if not (given_name or family_name or student_number):
        raise BrokenRule(_("Give a name or a student number."))
    with transaction.atomic():
        person = Person(
            agency_id=subject.agency_id,
            given_name=given_name,
            family_name=family_name,
            birth_date=birth_date,
            student_number=student_number,
            role=subject.role,
            grade=subject.grade,
            campus=subject.incident.campus if subject.incident.campus.kind != "other" else None,
        )
        person.search_keys = people_keys.of(person)
        person.save()
        ledger.announce("person.created", record=person, actor=actor, at=moment, facts={})
        _link(subject, person, actor, Found.CREATED, moment)
    return person


def link(subject: Subject, *, actor: Actor, person: Person, at: datetime | None = None) -> SubjectLink:
    """Say who somebody is: one whom the actor sees anyway, or was offered for this incident a moment ago."""
    moment = at or clock.now()
    require(actor, "subject.link", subject)
    seen = visible(Person.objects.filter(pk=person.pk), actor).exists()
    offered = people_access.offered(person.pk, subject.incident, actor, moment)
    if not (seen or offered):
        raise NotFound(_("There is no such record."))
    with transaction.atomic():
        return _link(subject, person, actor, Found.SUGGESTED if offered else Found.SEARCHED, moment)


def unlink(subject: Subject, *, actor: Actor, reason: str, at: datetime | None = None) -> Subject:
    """Take back who somebody was thought to be; that it was said stays on file."""
    moment = at or clock.now()
    require(actor, "subject.link", subject)
    with transaction.atomic():
        held = _held(subject)
        if held.person_id is None:
            raise Conflict(_("Nobody is linked here."))
        person, held.person = held.person, None
        SubjectLink.objects.filter(subject=held, ended_at=None).update(
            ended_at=moment, ended_by=actor.person, end_reason=reason
        )
        held.save(update_fields=["person"])
        facts = {"person": person.pk if person else None}
        ledger.announce("subject.unlinked", record=held, actor=actor, at=moment, facts=facts)
    return held


def hold_row(person: Person) -> Person:
    """The row itself, until the transaction ends."""
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)


def check(person: Person, expected_version: int | None) -> None:
    """Refuse what was read before somebody else's change, and what was merged meanwhile."""
    if person.merged_into_id is not None:
        raise Conflict(_("This person was merged into another one. Open that one."))
    if expected_version is not None and person.version != expected_version:
        raise Conflict(_("This person was changed by someone else a moment ago."))


def _link(subject: Subject, person: Person, actor: Actor, found: Found, at: datetime) -> SubjectLink:
    held, known = _held(subject), hold_row(person)
    check(known, None)
    if held.person_id is not None:
        raise Conflict(_("Somebody has said already who this is."))
    held.person = known
    born = known.birth_date
    # What the person's row knows can show that somebody was a child, and never that they were none.
    held.is_minor = held.is_minor or (born is not None and age_on(born, day_of(held.incident)) < GROWN)
    held.save(update_fields=["person", "is_minor"])
    made = SubjectLink.objects.create(
        agency_id=held.agency_id, subject=held, person=known, found=found, by_id=actor.person, at=at
    )
    facts: dict[str, Any] = {"person": known.pk, "found": found}
    ledger.announce("subject.linked", record=held, actor=actor, at=at, facts=facts)
    return made


def _held(subject: Subject) -> Subject:
    rows = Subject.objects.select_for_update(of=("self",)).select_related("incident__agency", "person")
    return rows.get(pk=subject.pk)
