"""What an officer enters at the scene, tap by tap, and what they ask the desk for. Nothing is changed afterwards."""

from django.db import models
from django.db.models import Q

from core.tenancy import TenantForeignKey
from incidents.field_vocabulary import EntryKind, Wanted
from incidents.models.incident import Incident
from officers.models import AgencyRecord, Officer, User


class FieldEntry(AgencyRecord):
    """One tap with its own time: `captured_at` is when the officer did it, `recorded_at` when it arrived."""

    case_id = models.UUIDField()
    incident = TenantForeignKey(Incident, related_name="field_entries")
    by = TenantForeignKey(User, related_name="+")
    client_key = models.UUIDField()
    kind = models.CharField(max_length=24, choices=EntryKind.choices)
    # A slug of the list that the kind names, or the level of force.
    value = models.CharField(max_length=32, blank=True)
    text = models.CharField(max_length=400, blank=True)
    captured_at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["captured_at"]
        constraints = [models.UniqueConstraint(fields=["by", "client_key"], name="field_entry_once")]
        indexes = [models.Index(fields=["incident", "captured_at"], name="field_entry_time")]


class FieldRequest(AgencyRecord):
    """What an officer at the scene asked for; it stays before every desk until somebody has seen to it."""

    case_id = models.UUIDField()
    incident = TenantForeignKey(Incident, related_name="field_requests")
    officer = TenantForeignKey(Officer, related_name="+")
    by = TenantForeignKey(User, related_name="+")
    client_key = models.UUIDField()
    what = models.CharField(max_length=16, choices=Wanted.choices)
    text = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    # What was done, or what the officer said.
    answer = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["by", "client_key"], name="field_request_once"),
            models.UniqueConstraint(
                fields=["incident", "officer", "what"], condition=Q(done_at__isnull=True), name="field_request_one_open"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(done_by__isnull=False), name="field_request_done_by"
            ),
        ]
        indexes = [models.Index(fields=["agency", "at"], name="field_request_open", condition=Q(done_at__isnull=True))]
