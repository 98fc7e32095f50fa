"""Rows of the mechanism: what every record has, the ledger, the outbox, counters and tries."""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models.functions import Now

if TYPE_CHECKING:
    from core.workflow import Workflow


class Record(models.Model):
    """A row with a key nobody can guess and a database time of birth."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True


class Flowing(Record):
    """A record whose status is moved by `core.moves.advance` and by nothing else."""

    workflow: ClassVar["Workflow"]
    status: Any
    agency_id: Any
    case_id: Any

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def get_status_display(self) -> str:
        """The status in words."""
        return str(self.workflow.states(self.status).label)


class Event(models.Model):
    """One thing that happened. Inserted by `core.ledger` alone; the database refuses every change."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.UUIDField()
    payload = models.TextField()
    at = models.DateTimeField()
    db_user = models.TextField()
    facts = models.JSONField()
    case_id = models.UUIDField(null=True)
    record_id = models.UUIDField(null=True)
    type = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["agency_id", "case_id"], name="event_case"),
            models.Index(fields=["record_id"], name="event_record"),
        ]


class Outbox(models.Model):
    """One effect of one event, owed to one consumer."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT)
    agency_id = models.UUIDField()
    consumer = models.TextField()
    lane = models.TextField()
    due_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveSmallIntegerField(db_default=0)
    done_at = models.DateTimeField(null=True)
    last_error = models.TextField(db_default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "consumer"], name="outbox_once")]
        indexes = [models.Index(fields=["lane", "due_at"], name="outbox_due", condition=models.Q(done_at__isnull=True))]


class Counter(models.Model):
    """The last number given out, per agency, kind and year."""

    agency_id = models.UUIDField()
    name = models.TextField()
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "name", "year"], name="counter_one")]


class Attempt(models.Model):
    """Tries at a secret, counted before they are verified."""

    kind = models.TextField()
    key = models.TextField()
    tries = models.PositiveSmallIntegerField()
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="attempt_one")]


class Heartbeat(models.Model):
    """When a process of this kind last went round its whole path; written with the database's clock."""

    name = models.CharField(primary_key=True, max_length=40)
    host = models.CharField(max_length=60)
    pid = models.PositiveIntegerField()
    tick_at = models.DateTimeField()
    lag_ms = models.PositiveIntegerField(default=0)
