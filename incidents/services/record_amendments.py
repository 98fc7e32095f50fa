"""Changes of a locked record: proposed with a reason, decided by another; old and new stay readable for ever."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.permissions import require
from incidents.encounter import BY_KEY, FIELDS, facts_of, problems
from incidents.encounter.facts import completed
from incidents.encounter.frozen import plain
from incidents.encounter.normal import answers as normal
from incidents.models import DeescalationRecord, RecordAmendment
from incidents.services.records import follow


def amend(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    section: str,
    changes: Mapping[str, Any],
    reason: str,
    at: datetime | None = None,
) -> RecordAmendment:
    """Propose new answers for one section of a locked record."""
    moment = at or clock.now()
    with transaction.atomic():
        held = lock(record)
        require(actor, "record.amend", held)
        if held.status != "locked":
            raise Conflict(_("Only a locked record is amended; before that it is returned or saved."))
        if expected_version is not None and held.version != expected_version:
            raise Conflict(_("The record was changed a moment ago. Read it again."))
        old, new = _difference(held, section, changes, moment)
        row = RecordAmendment.objects.create(
            agency_id=held.agency_id,
            case_id=held.case_id,
            record=held,
            number=(held.amendments.aggregate(last=Max("number"))["last"] or 0) + 1,
            section=section,
            old=old,
            new=new,
            reason=reason,
            by_id=actor.person,
            at=moment,
        )
        ledger.announce("amendment.proposed", record=row, actor=actor, at=moment, facts=_facts(row))
    return row


def accept(
    amendment: RecordAmendment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> RecordAmendment:
    """Let the change count: from now on the record says it, and what it said before stays beside it."""
    moment = at or clock.now()
    with transaction.atomic():
        record = lock(amendment.record)
        done = advance(
            amendment,
            "accept",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts=_facts(amendment),
            decided_by_id=actor.person,
        )
        if {name: plain(getattr(record, name)) for name in done.old} != done.old:
            raise Conflict(_("The record has changed since this was proposed."))
        given = normal(FIELDS, done.new, moment)
        _still_whole(record, given)
        facts = _facts(done)
        advance(
            record,
            "amend",
            actor=actor,
            expected_version=None,
            at=moment,
            facts=facts,
            **given,
            **follow(record, given),
        )
    return done


def refuse(
    amendment: RecordAmendment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> RecordAmendment:
    """Leave the record as it is; the proposal stays readable."""
    return advance(
        amendment,
        "refuse",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts=_facts(amendment),
        decided_by_id=actor.person,
    )


def _difference(
    record: DeescalationRecord, section: str, changes: Mapping[str, Any], at: datetime
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Old and new of what changes, as plain JSON."""
    if section not in BY_KEY or not isinstance(changes, Mapping):
        raise BrokenRule(_("There is no such section."), fields={"section": _("Choose a section.")})
    asked = {field.name: field for field in BY_KEY[section].fields}
    given = normal(asked, changes, at)
    _still_whole(record, given)
    new = {name: plain(answer) for name, answer in given.items() if plain(answer) != plain(getattr(record, name))}
    if not new:
        raise BrokenRule(_("Nothing was changed."), fields={"changes": _("Nothing was changed.")})
    return {name: plain(getattr(record, name)) for name in new}, new


def _still_whole(record: DeescalationRecord, given: Mapping[str, Any]) -> None:
    """An amended record holds what a filed one must."""
    found = problems(completed({**facts_of(record), **given}))
    if found:
        raise BrokenRule(_("With this change the record would not be complete."), fields=dict(found))


def _facts(amendment: RecordAmendment) -> dict[str, object]:
    return {"number": amendment.number, "section": amendment.section}
