"""What is known of a person, and who looks after them. A diagnosis is kept only with who reported it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.models import Guardian, Person
from incidents.selectors import people_keys
from incidents.services.people import check, hold_row
from officers.models import Campus


class Known(TypedDict):
    """What is known of a person, as it is edited."""

    given_name: str
    family_name: str
    other_names: Sequence[str]
    birth_date: date | None
    student_number: str
    role: str
    grade: str
    campus: Campus | None
    sex: str
    race_ethnicity: Sequence[str]
    language: str
    interpreter: str
    special_ed: str
    section_504: str
    veteran: str
    unhoused: str
    foster: str
    idd_residential_program: str
    provider: str
    reported_diagnosis: str
    reported_by: str


def revise(
    person: Person, *, actor: Actor, expected_version: int | None, at: datetime | None = None, **known: Unpack[Known]
) -> Person:
    """Change what is known. A diagnosis is kept only with who reported it."""
    if known["reported_diagnosis"] and not known["reported_by"]:
        raise BrokenRule(
            _("A diagnosis is kept only with who reported it."), fields={"reported_by": _("Say who reported it.")}
        )
    with transaction.atomic():
        held = hold_row(person)
        require(actor, "person.revise", held)
        check(held, expected_version)
        changed = {name: value for name, value in known.items() if getattr(held, name) != value}
        for name, value in changed.items():
            setattr(held, name, value)
        held.search_keys, held.version = people_keys.of(held), held.version + 1
        held.save()
        facts = {"fields": sorted(changed)}
        ledger.announce("person.revised", record=held, actor=actor, at=at or clock.now(), facts=facts)
    return held


def add_guardian(
    person: Person,
    *,
    actor: Actor,
    name: str,
    relationship: str,
    phone: str,
    language: str,
    order: int,
    at: datetime | None = None,
) -> Guardian:
    """Keep who looks after a person."""
    with transaction.atomic():
        held = hold_row(person)
        require(actor, "person.revise", held)
        check(held, None)
        made = Guardian.objects.create(
            agency_id=held.agency_id,
            person=held,
            name=name,
            relationship=relationship,
            phone=phone,
            language=language,
            order=order,
        )
        facts = {"fields": ["guardians"]}
        ledger.announce("person.revised", record=held, actor=actor, at=at or clock.now(), facts=facts)
    return made


def end_guardian(guardian: Guardian, *, actor: Actor, at: datetime | None = None) -> Guardian:
    """They no longer look after the person; the row stays."""
    moment = at or clock.now()
    with transaction.atomic():
        held = Guardian.objects.select_for_update(of=("self",)).select_related("person").get(pk=guardian.pk)
        require(actor, "person.revise", held.person)
        if held.ended_at is None:
            held.ended_at = moment
            held.save(update_fields=["ended_at"])
            facts = {"fields": ["guardians"]}
            ledger.announce("person.revised", record=held.person, actor=actor, at=moment, facts=facts)
    return held
