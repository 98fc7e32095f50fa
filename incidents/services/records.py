"""The de-escalation record, from the first tap to the review."""

from datetime import datetime
from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import Conflict
from core.moves import advance, lock
from core.permissions import require
from incidents.encounter import FIELDS, diversion, facts_of, needs_chief, needs_force_review
from incidents.encounter.facts import completed
from incidents.encounter.normal import answers as normal
from incidents.models import DeescalationRecord, RecordOfficer
from incidents.record_answers import Answers
from incidents.record_workflow import FILED
from incidents.selectors.record_policy import policy_of
from incidents.services import record_officers
from incidents.services.record_begin import begin

__all__ = ["approve", "begin", "confirm", "file", "review_force", "review_gravest", "save", "send_back", "submit"]


def save(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None = None,
    **answers: Unpack[Answers],
) -> DeescalationRecord:
    """Keep a draft, however incomplete; what is left out stays as it was."""
    moment = at or clock.now()
    with transaction.atomic():
        # Held first: what the law makes of an offense follows from the answers of both, the new and the kept.
        held = lock(record)
        given = normal(FIELDS, answers, moment, {name: getattr(held, name) for name in answers if name in FIELDS})
        follows = follow(held, given)
        return advance(
            held, "revise", actor=actor, expected_version=expected_version, at=moment, **{**given, **follows}
        )


def follow(record: DeescalationRecord, given: dict[str, object]) -> dict[str, str]:
    """The ways of diverting after these answers."""
    policy = policy_of(record.agency_id)
    known = {
        "first_offender_program": policy.first_offender_program,
        "informal_guidelines": policy.informal_guidelines,
    }
    return diversion.columns(completed({**facts_of(record), **given, **known}))


def submit(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """File the record; refused with a sentence per missing answer. Minor or not is fixed with the first filing."""
    moment = at or clock.now()
    with transaction.atomic():
        held = lock(record)
        record_officers.refresh(held)
        facts = facts_of(held)
        return advance(
            held,
            "submit",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"force_review": needs_force_review(facts), "chief_review": needs_chief(facts)},
            is_minor=facts["is_minor"],
        )


def file(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None = None,
    **answers: Unpack[Answers],
) -> DeescalationRecord:
    """Save and file in one step: when it cannot be filed, nothing has changed and the form still holds all of it."""
    moment = at or clock.now()
    with transaction.atomic():
        saved = save(record, actor=actor, expected_version=expected_version, at=moment, **answers)
        return submit(saved, actor=actor, expected_version=None, at=moment)


def send_back(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    return_comment: str,
    at: datetime | None = None,
) -> DeescalationRecord:
    """Give a filed record back to its author, with what to change; what was read before is read again after."""
    return advance(
        record,
        "return",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        return_comment=return_comment,
        force_reviewed_at=None,
        force_reviewed_by_id=None,
        chief_reviewed_at=None,
        chief_reviewed_by_id=None,
    )


def review_force(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """A supervisor has read the force in this record: first, and by itself."""
    moment = at or clock.now()
    return advance(
        record,
        "review_force",
        actor=actor,
        expected_version=expected_version,
        at=moment,
        force_reviewed_by_id=actor.person,
    )


def review_gravest(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """Deadly force or a death was read for the chief, by another person than whoever read the force."""
    moment = at or clock.now()
    return advance(
        record,
        "review_gravest",
        actor=actor,
        expected_version=expected_version,
        at=moment,
        chief_reviewed_by_id=actor.person,
    )


def approve(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """Accept a filed record; nobody accepts their own."""
    moment = at or clock.now()
    return advance(
        record, "approve", actor=actor, expected_version=expected_version, at=moment, approved_by_id=actor.id
    )


def confirm(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> RecordOfficer:
    """Another officer who was there says that the filed record is theirs too; a second time changes nothing."""
    moment = at or clock.now()
    with transaction.atomic():
        held = lock(record)
        require(actor, "record.confirm", held)
        if held.status not in FILED:
            raise Conflict(_("Only a filed record can be confirmed."))
        if expected_version is not None and held.version != expected_version:
            raise Conflict(_("The record was changed a moment ago. Read it again."))
        row = held.officers.select_related("officer").get(officer__user=actor.id)
        if row.confirmed_at is None:
            row.confirmed_at, row.confirmed_version = moment, held.version
            row.save(update_fields=["confirmed_at", "confirmed_version"])
            facts = {"unit": row.officer.call_sign}
            ledger.announce("record.confirmed", record=held, actor=actor, at=moment, facts=facts)
    return row
