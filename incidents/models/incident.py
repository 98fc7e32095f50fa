"""The call, the incident it opens, who it is about, and what was answered."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.tenancy import TenantForeignKey
from incidents.models.desk import Desk
from incidents.people_vocabulary import YesNo
from incidents.vocabulary import CallerRole, CitUnavailable, CloseReason, Nature, Origin, Priority, PriorityReason, Via
from incidents.workflow import INCIDENT, OPEN_INCIDENT, IncidentState
from officers.models import AgencyRecord, Building, Campus, CaseRecord, Room, User
from officers.vocabulary import Language

# Ten thousand words and room to spare: what a caller says is never cut.
LONGEST_SAID = 100_000


class Incident(CaseRecord):
    """What is being handled; one or more calls belong to it."""

    workflow = INCIDENT

    number = models.CharField(max_length=12)
    status = models.CharField(max_length=12, choices=IncidentState.choices, default=IncidentState.RECEIVED)
    campus = TenantForeignKey(Campus, related_name="+")
    building = TenantForeignKey(Building, null=True, blank=True, related_name="+")
    room = TenantForeignKey(Room, null=True, blank=True, related_name="+")
    # Where it is in words: within the campus, or anywhere when the campus is the agency's "other place".
    place_text = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=12, choices=Origin.choices, default=Origin.CALL)
    scheduled_for = models.DateTimeField(null=True, blank=True)
    # The desk that handles it; every desk sees it.
    desk = TenantForeignKey(Desk, null=True, blank=True, related_name="incidents")
    merged_into = TenantForeignKey("incidents.Incident", null=True, blank=True, related_name="merged")
    nature = models.CharField(max_length=32, choices=Nature.choices)
    priority = models.CharField(max_length=2, choices=Priority.choices)
    cit_required = models.BooleanField(default=True)
    cit_triggers = ArrayField(models.CharField(max_length=32), default=list)
    cit_unavailable_reason = models.CharField(max_length=24, choices=CitUnavailable.choices, blank=True)
    received_at = models.DateTimeField()
    triaged_at = models.DateTimeField(null=True)
    dispatched_at = models.DateTimeField(null=True)
    first_on_scene_at = models.DateTimeField(null=True)
    first_cit_on_scene_at = models.DateTimeField(null=True)
    cleared_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    close_reason = models.CharField(max_length=16, choices=CloseReason.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="incident_number"),
            models.CheckConstraint(
                condition=~models.Q(status="closed") | models.Q(closed_at__isnull=False),
                name="incident_closed_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="merged") | models.Q(merged_into__isnull=False), name="incident_merged_where"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="scheduled") | models.Q(scheduled_for__isnull=False),
                name="incident_scheduled_when",
            ),
        ]
        indexes = [
            models.Index(
                fields=["agency", "priority", "received_at"],
                name="incident_open",
                condition=models.Q(status__in=(*OPEN_INCIDENT, "scheduled")),
            ),
            models.Index(fields=["agency", "received_at"], name="incident_received"),
        ]

    def __str__(self) -> str:
        return self.number


class Call(AgencyRecord):
    """One contact that reached dispatch, kept as it was said."""

    incident = TenantForeignKey(Incident, related_name="calls")
    case_id = models.UUIDField()
    number = models.CharField(max_length=12)
    client_key = models.UUIDField()
    taken_by = TenantForeignKey(User, related_name="+")
    received_at = models.DateTimeField()
    received_via = models.CharField(max_length=24, choices=Via.choices)
    caller_role = models.CharField(max_length=20, choices=CallerRole.choices)
    caller_name = models.CharField(max_length=80, blank=True)
    callback = models.CharField(max_length=20, blank=True)
    extension = models.CharField(max_length=12, blank=True)
    said = models.TextField(max_length=LONGEST_SAID)
    # What the person in crisis speaks best, where it is not English.
    language_needed = models.CharField(max_length=4, choices=Language.choices, blank=True)
    # What it was about, where it joined an incident; the call that opened one gave that its nature.
    nature = models.CharField(max_length=32, choices=Nature.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="call_number"),
            models.UniqueConstraint(fields=["agency", "client_key"], name="call_client_key"),
        ]


class Answer(AgencyRecord):
    """One answer of the dispatcher script; asking again adds a row, the latest counts."""

    incident = TenantForeignKey(Incident, related_name="answers")
    # Set where a call that joined the incident brought it: kept beside the incident's own answers, not in their place.
    call = TenantForeignKey(Call, null=True, blank=True, related_name="answers")
    question = models.CharField(max_length=8)
    # Several answers to one question are joined by commas.
    value = models.CharField(max_length=200)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    script_version = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["incident", "question", "at"], name="answer_latest")]


class PriorityChange(AgencyRecord):
    """Why an incident's priority is what it is."""

    incident = TenantForeignKey(Incident, related_name="priority_trail")
    old = models.CharField(max_length=2, choices=Priority.choices)
    new = models.CharField(max_length=2, choices=Priority.choices)
    rules = ArrayField(models.CharField(max_length=40))
    # Set where a dispatcher decided otherwise than the script.
    reason = models.CharField(max_length=24, choices=PriorityReason.choices, blank=True)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()


class Subject(AgencyRecord):
    """A person the incident is about. Personal detail lives here and nowhere else."""

    incident = TenantForeignKey(Incident, related_name="subjects")
    # The call that named the person, where it joined the incident later.
    call = TenantForeignKey(Call, null=True, blank=True, related_name="subjects")
    role = models.CharField(max_length=10)
    name = models.CharField(max_length=80, blank=True)
    student_number = models.CharField(max_length=20, blank=True)
    grade = models.CharField(max_length=8, blank=True)
    is_minor = models.BooleanField(default=True)
    # What the caller can see: clothes, hair, direction.
    description = models.CharField(max_length=200, blank=True)
    # Who it is over all encounters, once somebody has said so; the facts of this encounter stay here.
    person = TenantForeignKey("incidents.Person", null=True, blank=True, related_name="subjects")
    birth_date = models.DateField(null=True, blank=True)
    # In years, where the day of birth is not known.
    age_estimate = models.PositiveSmallIntegerField(null=True, blank=True)
    interpreter_used = models.CharField(max_length=16, choices=YesNo.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(age_estimate__isnull=True) | models.Q(age_estimate__lte=120), name="subject_age"
            )
        ]
