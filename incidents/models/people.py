"""People who are met again: who they are, who looks after them, and how rows came together and apart."""

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models.functions import Now

from core.tenancy import TenantForeignKey
from incidents.models.incident import Incident, Subject
from incidents.people_vocabulary import Act, Basis, Found, RaceEthnicity, Sex, Veteran, YesNo
from incidents.record_vocabulary import Grade, PersonRole
from officers.models import AgencyRecord, Campus, User
from officers.vocabulary import Language

# How a name is searched: the same expression in the index and in every question.
NAME_VECTOR = SearchVector("search_keys", config="simple")


def _answer(choices: list[tuple[str, Any]], length: int = 16) -> "models.CharField[str, str]":
    return models.CharField(max_length=length, choices=choices, blank=True)


class Person(AgencyRecord):
    """One person over all encounters. An encounter's own facts stay with its Subject.

    A merged person keeps every field and points at the one that goes on, so that a merge can be undone exactly.
    """

    given_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80, blank=True)
    other_names = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    student_number = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=10, choices=PersonRole.choices, blank=True)
    grade = models.CharField(max_length=8, choices=Grade.choices, blank=True)
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="+")
    sex = _answer(Sex.choices)
    race_ethnicity = ArrayField(
        models.CharField(max_length=32, choices=RaceEthnicity.choices), default=list, blank=True
    )
    language = models.CharField(max_length=4, choices=Language.choices, blank=True)
    interpreter = _answer(YesNo.choices)
    special_ed = _answer(YesNo.choices)
    section_504 = _answer(YesNo.choices)
    veteran = _answer(Veteran.choices)
    unhoused = _answer(YesNo.choices)
    foster = _answer(YesNo.choices)
    idd_residential_program = _answer(YesNo.choices)
    # Who cares for the person already: a provider or a case manager.
    provider = models.CharField(max_length=120, blank=True)
    # Officers never diagnose: what was reported is kept with who reported it.
    reported_diagnosis = models.CharField(max_length=200, blank=True)
    reported_by = models.CharField(max_length=120, blank=True)
    # Written by the services from all names: what a search looks at.
    search_keys = models.TextField(default="", editable=False)
    merged_into = TenantForeignKey("incidents.Person", null=True, blank=True, related_name="absorbed")
    # A legal hold keeps the row as it is: no merge, no unmerge.
    held_reason = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["family_name", "given_name"]
        indexes = [
            GinIndex(NAME_VECTOR, name="person_names"),
            models.Index(fields=["agency", "student_number"], name="person_student_number"),
            models.Index(fields=["agency", "birth_date"], name="person_birth_date"),
            models.Index(fields=["merged_into"], name="person_merged_into"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reported_diagnosis="") | ~models.Q(reported_by=""), name="person_diagnosis_by_whom"
            ),
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("id")), name="person_merged_elsewhere"),
        ]

    @property
    def name(self) -> str:
        """As it is read aloud."""
        return f"{self.given_name} {self.family_name}".strip()


class Guardian(AgencyRecord):
    """Who looks after a person; a changed one is ended and written anew."""

    person = TenantForeignKey(Person, related_name="guardians")
    name = models.CharField(max_length=80)
    relationship = models.CharField(max_length=40, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=4, choices=Language.choices, blank=True)
    order = models.PositiveSmallIntegerField(default=1)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["order", "created_at"]


class SubjectLink(AgencyRecord):
    """That somebody said who a subject is, and that somebody took it back."""

    subject = TenantForeignKey(Subject, related_name="links")
    person = TenantForeignKey(Person, related_name="links")
    found = models.CharField(max_length=12, choices=Found.choices)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    ended_by = TenantForeignKey(User, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject"], condition=models.Q(ended_at__isnull=True), name="subject_is_one_person"
            )
        ]


class PersonMerge(AgencyRecord):
    """That two persons were found to be one, what moved with it, and that it was undone."""

    survivor = TenantForeignKey(Person, related_name="merges")
    absorbed = TenantForeignKey(Person, related_name="merged_by")
    reason = models.CharField(max_length=200)
    # Keys of the rows that moved, by kind.
    moved = models.JSONField(default=dict)
    # What was the survivor's before: whatever is neither came later.
    stayed = models.JSONField(default=dict)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    undone_by = TenantForeignKey(User, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undo_reason = models.CharField(max_length=200, blank=True)
    # Rows that came later and were chosen to go along when it was undone.
    gave_along = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["absorbed"], condition=models.Q(undone_at__isnull=True), name="person_merged_once"
            ),
            models.CheckConstraint(condition=~models.Q(survivor=models.F("absorbed")), name="person_merge_takes_two"),
        ]


class PersonConflict(AgencyRecord):
    """Somebody of the staff is too near to a person: what is kept of that person does not exist for them."""

    person = TenantForeignKey(Person, related_name="conflicts")
    user = TenantForeignKey(User, related_name="+")
    said_by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "user"], condition=models.Q(ended_at__isnull=True), name="person_conflict_once"
            )
        ]


class _Access(AgencyRecord):
    """Who looked, when and why; the database refuses every change."""

    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField(db_default=Now())
    act = models.CharField(max_length=12, choices=Act.choices)
    basis = models.CharField(max_length=12, choices=Basis.choices)
    reason = models.CharField(max_length=200, blank=True)
    incident = TenantForeignKey(Incident, null=True, related_name="+")
    people = ArrayField(models.UUIDField(), default=list)

    class Meta:
        abstract = True
        ordering = ["-at"]


class PersonAccess(_Access):
    """Looks at what is kept of adults."""

    class Meta(_Access.Meta):
        indexes = [models.Index(fields=["agency", "-at"], name="person_access_time")]


class JuvenileAccess(_Access):
    """Looks at what is kept of children, in a stream of their own."""

    class Meta(_Access.Meta):
        indexes = [models.Index(fields=["agency", "-at"], name="juvenile_access_time")]


def age_on(birth_date: date, day: date) -> int:
    """Whole years."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
