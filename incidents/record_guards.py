"""What must be true before a de-escalation record or its amendment moves."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict
from incidents.encounter import facts_of, needs_chief, needs_force_review, problems


def answers_are_complete(record: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A record is filed whole or stays a draft."""
    found = problems(facts_of(record))
    if found:
        raise BrokenRule(_("The record is not complete."), fields=dict(found))


def reviewer_is_not_the_author(record: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Nobody approves their own report."""
    if record.author_id == actor.id:
        raise BrokenRule(_("You wrote this record, so another supervisor must review it."))


def force_is_to_be_read(record: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Only where force or the grade rule asks for it, and once for each filing."""
    if not needs_force_review(facts_of(record)):
        raise Conflict(_("No force was used that has to be read apart."))
    if record.force_reviewed_at is not None:
        raise Conflict(_("The force in this record was read already."))


def chief_is_to_read(record: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Only where deadly force was used or somebody died; by another person than whoever read the force."""
    if not needs_chief(facts_of(record)):
        raise Conflict(_("Nothing in this record has to go to the chief."))
    if record.chief_reviewed_at is not None:
        raise Conflict(_("The chief has read this record already."))
    if record.force_reviewed_at is None:
        raise BrokenRule(_("The force in this record has to be read first."))
    if record.force_reviewed_by_id == actor.id:
        raise BrokenRule(_("You read the force in this record, so somebody else must read it for the chief."))


def what_comes_first_was_read(record: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Force is read before the record is approved, and what is gravest by the chief as well."""
    facts = facts_of(record)
    if needs_force_review(facts) and record.force_reviewed_at is None:
        raise BrokenRule(_("Read the force in this record first, and say that you have."))
    if needs_chief(facts) and record.chief_reviewed_at is None:
        raise BrokenRule(_("The chief has to read this record first."))


def decided_by_another(amendment: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Nobody accepts their own change."""
    if amendment.by_id == actor.id:
        raise BrokenRule(_("You proposed this change, so somebody else must decide."))
