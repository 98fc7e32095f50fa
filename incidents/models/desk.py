"""Desks, who sits at them, what a shift leaves to the next, and incidents passed from desk to desk."""

from django.db import models

from core.tenancy import TenantForeignKey
from officers.models import AgencyRecord, User


class Desk(AgencyRecord):
    """A dispatcher's position."""

    name = models.CharField(max_length=40)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="desk_name")]

    def __str__(self) -> str:
        return self.name


class DeskTurn(AgencyRecord):
    """One person's time at one desk, signed off with a note for who comes next."""

    desk = TenantForeignKey(Desk, related_name="turns")
    user = TenantForeignKey(User, related_name="+")
    began_at = models.DateTimeField()
    taken_over_from = TenantForeignKey("incidents.DeskTurn", null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    signed_off = models.BooleanField(default=False)
    note = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["-began_at"]
        constraints = [
            models.UniqueConstraint(fields=["desk"], condition=models.Q(ended_at__isnull=True), name="desk_one_turn"),
            models.UniqueConstraint(fields=["user"], condition=models.Q(ended_at__isnull=True), name="turn_one_desk"),
        ]


class LogEntry(AgencyRecord):
    """One line of the shift log; corrections are new lines."""

    desk = TenantForeignKey(Desk, null=True, blank=True, related_name="+")
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=4000)
    corrects = TenantForeignKey("incidents.LogEntry", null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["agency", "at"], name="shift_log_time")]
