"""Locking: some days after the approval, or at once when a record leaves the house."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from core import clock
from core.actors import Actor, system
from core.moves import advance, obstacle
from core.moves import lock as hold
from incidents.encounter import frozen
from incidents.models import DeescalationRecord, RecordPolicy

# At one beat; the rest waits for the next.
MOST = 200
HOURS = RecordPolicy._meta.get_field("lock_after_hours").default


def lock_now(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """Lock an approved record by hand, before its time has come."""
    return lock(record, actor=actor, expected_version=expected_version, at=at, why="asked")


def lock(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, why: str, at: datetime | None = None
) -> DeescalationRecord:
    """Freeze what an approved record says, with its hash; from now on it is only amended."""
    moment = at or clock.now()
    with transaction.atomic():
        held = hold(record)
        said = frozen.snapshot(held)
        digest = frozen.digest(said)
        return advance(
            held,
            "lock",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"sha256": digest, "why": why},
            frozen=said,
            frozen_sha256=digest,
        )


def disclosed(record: DeescalationRecord, *, at: datetime | None = None) -> DeescalationRecord:
    """An approved record leaves the house, so it is locked at once; one that still owes a notice stays as it is."""
    moment = at or clock.now()
    if record.status != "approved" or obstacle(record, "lock", system(record.agency_id), moment):
        return record
    return lock(record, actor=system(record.agency_id), expected_version=None, at=at, why="disclosed")


def run(at: datetime | None = None) -> int:
    """Lock every record whose time has come; each in a transaction of its own."""
    moment = at or clock.now()
    hours = dict(RecordPolicy.objects.values_list("agency_id", "lock_after_hours"))
    approved = DeescalationRecord.objects.filter(status="approved", approved_at__isnull=False)
    waiting = approved.order_by("approved_at").values_list("pk", "agency_id", "approved_at")
    due = [pk for pk, agency, since in waiting if since and since <= moment - _wait(hours.get(agency, HOURS))]
    return sum(_lock_one(pk, moment) for pk in due[:MOST])


def _wait(hours: int) -> timedelta:
    return timedelta(hours=hours)


def _lock_one(pk: UUID, at: datetime) -> int:
    with transaction.atomic():
        # Somebody else may hold it now, or may have locked it: then it is the next beat's, or nobody's.
        rows = DeescalationRecord.objects.select_for_update(of=("self",), skip_locked=True)
        record = rows.filter(pk=pk, status="approved").first()
        if record is None or obstacle(record, "lock", system(record.agency_id), at):
            return 0
        lock(record, actor=system(record.agency_id), expected_version=None, at=at, why="time")
    return 1
