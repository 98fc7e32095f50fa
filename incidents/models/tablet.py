"""Devices, the keys that entries are sealed to, what a tablet sent, and what a given-up device still held."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantForeignKey
from incidents.models.incident import Incident
from officers.models import AgencyRecord, User


class DeviceKind(models.TextChoices):
    """What stands in somebody's hand or on a desk."""

    TABLET = "tablet", _("Tablet")
    CONSOLE = "dispatch_console", _("Dispatch console")
    ALERT = "alert_terminal", _("Alert terminal")


class CommandState(models.TextChoices):
    """What became of an entry."""

    RUNNING = "running", _("Running")
    DONE = "done", _("Recorded")
    REFUSED = "refused", _("Refused")


class Settled(models.TextChoices):
    """How a refused entry ended."""

    OPEN = "", _("Open")
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Device(AgencyRecord):
    """A browser that may keep sealed entries. It proves itself by a secret of which only the hash is here."""

    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=16, choices=DeviceKind.choices, default=DeviceKind.TABLET)
    secret_hash = models.CharField(max_length=64, unique=True)
    enrolled_by = TenantForeignKey(User, related_name="+")
    last_seen = models.DateTimeField(null=True)
    # The highest number that has come from it; what is missing below was lost or still waits there.
    last_seq = models.PositiveIntegerField(default=0)
    # Numbers of entries that could not be taken at all: they came, and nothing of them is kept.
    refused_seqs = models.JSONField(default=list)
    # How far its clock was behind the server's at the last entry.
    offset_s = models.BigIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    # Its sealed queue is taken once.
    emptied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | (Q(revoked_by__isnull=False) & ~Q(reason="")),
                name="device_revoked_by_whom",
            )
        ]


class SealingKey(AgencyRecord):
    """A key pair: tablets seal to the public half, the private one is kept encrypted and emptied when it expires."""

    kid = models.CharField(max_length=32, unique=True)
    jwk = models.JSONField()
    private = models.TextField()
    since = models.DateTimeField()
    # From here on a newer one is given out.
    until = models.DateTimeField()
    # From here on nothing can be opened with it.
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-since"]


class TabletCommand(AgencyRecord):
    """One thing that an officer entered, as it reached the server, and what was answered."""

    user = TenantForeignKey(User, related_name="+")
    device = TenantForeignKey(Device, null=True, blank=True, related_name="commands")
    case_id = models.UUIDField()
    idempotency_key = models.UUIDField()
    client_seq = models.PositiveIntegerField(null=True)
    incident = TenantForeignKey(Incident, related_name="+")
    kind = models.CharField(max_length=24)
    digest = models.CharField(max_length=64)
    captured_at = models.DateTimeField()
    sent_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    # When it happened, by the server's clock: captured_at + (recorded_at - sent_at).
    order_at = models.DateTimeField()
    offset_s = models.BigIntegerField()
    late = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=CommandState.choices, default=CommandState.RUNNING)
    code = models.PositiveSmallIntegerField(default=0)
    # The very text, so that a repeat gets the same bytes.
    answer = models.TextField(blank=True)
    # Of a refused entry: what was sent, as it was sent, until it is settled.
    body = models.TextField(blank=True)
    settled = models.CharField(max_length=12, choices=Settled.choices, blank=True)
    superseded_by = models.UUIDField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = TenantForeignKey(User, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "idempotency_key"], name="tablet_command_once"),
            models.UniqueConstraint(fields=["device", "client_seq"], name="tablet_command_seq"),
        ]
        indexes = [
            models.Index(fields=["agency", "-recorded_at"], name="tablet_command_time"),
            models.Index(
                fields=["agency", "recorded_at"],
                name="tablet_command_refused",
                condition=Q(state="refused", reviewed_at__isnull=True),
            ),
        ]


class Quarantine(AgencyRecord):
    """One sealed entry of a device that was given up, for review."""

    device = TenantForeignKey(Device, related_name="quarantine")
    # As the device names them: keys that may lead nowhere any more.
    user_id = models.UUIDField(null=True)
    incident_id = models.UUIDField(null=True)
    idempotency_key = models.UUIDField()
    client_seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    captured_at = models.DateTimeField()
    body = models.TextField()
    taken_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = TenantForeignKey(User, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["client_seq"]
        constraints = [models.UniqueConstraint(fields=["device", "idempotency_key"], name="quarantine_once")]
