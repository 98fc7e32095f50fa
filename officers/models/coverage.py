"""What the agency wants covered, when, and within which limits of work."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord
from officers.models.places import Campus
from officers.vocabulary import CoverageKind, Position


class CampusGroup(AgencyRecord):
    """Campuses that are covered together: a zone."""

    name = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="campus_group_name")]

    def __str__(self) -> str:
        return self.name


class CampusGroupMember(AgencyRecord):
    """A campus belongs to one group at most; without a group it is left out of every one."""

    group = TenantForeignKey(CampusGroup, null=True, blank=True, related_name="members")
    campus = TenantForeignKey(Campus, related_name="groups")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campus"], name="campus_in_one_group")]


class CoverageRule(AgencyRecord):
    """A minimum: `number` people or percent of `position`, certified where `cit` is set, in these hours.

    Without a group it counts the whole agency. Hours are the agency's own; an end not after the start is on the
    next day, and equal ends mean the whole day. Weekdays are 0 (Monday) to 6.
    """

    name = models.CharField(max_length=60)
    group = TenantForeignKey(CampusGroup, null=True, blank=True, related_name="rules")
    position = models.CharField(max_length=12, choices=Position.choices, default=Position.PATROL)
    kind = models.CharField(max_length=12, choices=CoverageKind.choices, default=CoverageKind.AT_LEAST)
    number = models.PositiveSmallIntegerField()
    cit = models.BooleanField(default=True)
    weekdays = ArrayField(models.PositiveSmallIntegerField())
    starts = models.TimeField()
    ends = models.TimeField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="coverage_rule_name"),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="coverage_rule_asks_something"),
            models.CheckConstraint(
                condition=~models.Q(kind="share") | models.Q(number__lte=100), name="coverage_rule_percent"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="share") | models.Q(cit=True), name="coverage_rule_share_of_certified"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RosterPolicy(AgencyRecord):
    """Limits of work: hours in any seven days, and rest between two shifts."""

    max_week_hours = models.PositiveSmallIntegerField(default=60)
    overtime_from_hours = models.PositiveSmallIntegerField(default=40)
    min_rest_hours = models.PositiveSmallIntegerField(default=8)
    max_shift_hours = models.PositiveSmallIntegerField(default=16)
    # How long before a gap the console warns.
    warn_hours = models.PositiveSmallIntegerField(default=4)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency"], name="roster_policy_one")]
