"""One record as its readers need it: officers, times, what is missing, ways of diverting, versions, files."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, may, require, visible
from incidents.encounter import diversion, facts_of, frozen, missing
from incidents.models import DeescalationRecord, RecordAmendment, RecordFile, RecordOfficer
from incidents.selectors.record_policy import policy_of
from incidents.selectors.records import one
from officers import storage
from officers.selectors.kept_files import Content


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands beside the answers of a record."""

    officers: list[RecordOfficer]
    times: dict[str, int | None]
    facts: dict[str, Any]

    def gaps(self) -> list[dict[str, Any]]:
        """What is missing, why, and in which section."""
        return [
            {
                "field": gap.field,
                "section": gap.section,
                "title": str(gap.title),
                "why": str(gap.why),
                "must": gap.must,
            }
            for gap in missing(self.facts)
        ]

    def ways(self) -> list[dict[str, Any]]:
        """Each way of diverting with the conditions that decide it."""
        return [
            {
                "key": one.key,
                "title": str(one.title),
                "result": str(one.result),
                "inputs": [{"field": each.field, "words": str(each.words), "met": each.met} for each in one.inputs],
            }
            for one in diversion.all_of(self.facts)
        ]


def read(actor: Actor, record: DeescalationRecord) -> Reading:
    """The same for a page and for a program; the record is one that this actor may see."""
    officers = list(record.officers.select_related("officer"))
    policy = policy_of(record.agency_id)
    known = {
        "first_offender_program": policy.first_offender_program,
        "informal_guidelines": policy.informal_guidelines,
    }
    return Reading(officers, times_of(record, officers), {**facts_of(record), **known})


def times_of(record: DeescalationRecord, officers: list[RecordOfficer]) -> dict[str, int | None]:
    """Whole minutes and seconds: at the scene, from beginning to end, and until somebody came."""
    incident = record.incident
    own = next((row for row in officers if row.officer.user_id == record.author_id), None)
    return {
        "scene_min": _minutes(own.arrived_at, own.left_at) if own else None,
        "total_min": _minutes(record.occurred_from, record.occurred_to),
        "response_s": _seconds(incident.received_at, incident.first_on_scene_at),
        "cit_response_s": _seconds(incident.received_at, incident.first_cit_on_scene_at),
    }


def may_write(actor: Actor) -> None:
    """The form is for those who write records or review them."""
    if not may(actor, "record.open"):
        require(actor, "record.approve")


def amendments(actor: Actor, pk: object) -> QuerySet[RecordAmendment]:
    """The changes of a record that exists for this actor."""
    record = one(actor, pk)
    return visible(RecordAmendment.objects.select_related("by", "decided_by"), actor).filter(record=record)


def amendment(actor: Actor, pk: object) -> RecordAmendment:
    """One change."""
    related = ("by", "decided_by", "record__subject", "record__incident")
    return fetch(RecordAmendment.objects.select_related(*related), actor, pk)


def waiting_amendments(actor: Actor) -> QuerySet[RecordAmendment]:
    """Changes that wait for somebody other than whoever proposed them."""
    rows = RecordAmendment.objects.select_related("by", "record__incident")
    return visible(rows, actor).filter(status="proposed").exclude(by=actor.id).order_by("at")


def versions(actor: Actor, pk: object) -> list[dict[str, Any]]:
    """What was locked, then what each accepted change made of it; an open record has no versions."""
    record = one(actor, pk)
    if record.frozen is None:
        return []
    accepted = list(amendments(actor, pk).filter(status="accepted").order_by("decided_at"))
    found = [{"number": 0, "at": record.locked_at, "by": "", "reason": "", "answers": record.frozen["answers"]}]
    for count, row in enumerate(accepted, start=1):
        answers = frozen.amended(record.frozen, [each.new for each in accepted[:count]])
        found.append(
            {"number": row.number, "at": row.decided_at, "by": row.by.name, "reason": row.reason, "answers": answers}
        )
    return found


def files(actor: Actor, pk: object) -> QuerySet[RecordFile]:
    """The files of a record that exists for this actor."""
    record = one(actor, pk)
    return visible(RecordFile.objects.select_related("file", "by"), actor).filter(record=record)


def to_do(actor: Actor, pk: object, code: str) -> DeescalationRecord:
    """The record, refused to whoever may not do this to it."""
    related = ("incident__campus", "author", "subject")
    return fetch_for(DeescalationRecord.objects.select_related(*related), actor, pk, code)


def content(actor: Actor, pk: object) -> Content:
    """The bytes of one file."""
    file = fetch(RecordFile.objects.select_related("file"), actor, pk).file
    return Content(storage.read(file.agency_id, file.sha256), file.media_type, file.name)


def _minutes(since: datetime | None, until: datetime | None) -> int | None:
    seconds = _seconds(since, until)
    return None if seconds is None else seconds // 60


def _seconds(since: datetime | None, until: datetime | None) -> int | None:
    return None if since is None or until is None else int((until - since).total_seconds())
