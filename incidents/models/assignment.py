"""One officer sent to one incident."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.models.incident import Incident
from incidents.vocabulary import Override
from incidents.workflow import ACTIVE_ASSIGNMENT, ASSIGNMENT, AssignmentState
from officers.models import CaseRecord, Officer, User
from officers.roles import License


class Assignment(CaseRecord):
    """One officer's part in an incident, with its own status and times."""

    workflow = ASSIGNMENT

    incident = TenantForeignKey(Incident, related_name="assignments")
    officer = TenantForeignKey(Officer, related_name="assignments")
    sent_by = TenantForeignKey(User, related_name="+")
    status = models.CharField(max_length=12, choices=AssignmentState.choices, default=AssignmentState.DISPATCHED)
    # The officer who leads at the scene; at most one of the active ones.
    primary = models.BooleanField(default=False)
    minutes_away = models.PositiveSmallIntegerField(null=True)
    cit_when_sent = models.BooleanField()
    # Written once at arrival and never recalculated: what counted on that day counts for ever.
    cit_on_arrival = models.BooleanField(null=True)
    cit_course = models.CharField(max_length=12, blank=True)
    cit_completed_on = models.DateField(null=True)
    cit_expires_on = models.DateField(null=True)
    mho_active = models.BooleanField(null=True)
    license_type = models.CharField(max_length=24, choices=License.choices, blank=True)
    years_of_service = models.PositiveSmallIntegerField(null=True)
    # Where the unit stood in the recommendation when it was sent, by which weights, and why not the first.
    rank = models.PositiveSmallIntegerField(null=True)
    ranking_version = models.PositiveIntegerField(null=True)
    override_reason = models.CharField(max_length=24, choices=Override.choices, blank=True)
    override_note = models.CharField(max_length=200, blank=True)
    dispatched_at = models.DateTimeField()
    # When the officer said that they have it; no status of its own.
    acknowledged_at = models.DateTimeField(null=True)
    en_route_at = models.DateTimeField(null=True)
    on_scene_at = models.DateTimeField(null=True)
    clear_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["officer"],
                condition=models.Q(status__in=ACTIVE_ASSIGNMENT),
                name="officer_on_one_assignment",
            ),
            models.UniqueConstraint(
                fields=["incident"],
                condition=models.Q(primary=True, status__in=ACTIVE_ASSIGNMENT),
                name="assignment_one_primary",
            ),
            models.CheckConstraint(
                condition=~models.Q(override_reason="other") | ~models.Q(override_note=""),
                name="assignment_other_is_explained",
            ),
        ]
        indexes = [
            models.Index(fields=["incident", "dispatched_at"], name="assignment_incident"),
            models.Index(fields=["agency", "dispatched_at"], name="assignment_agency_time"),
        ]
