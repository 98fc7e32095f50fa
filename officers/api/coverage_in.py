"""What the API accepts about coverage: the same names and bounds as the forms."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.versions import VersionIn
from officers.models import Campus, CampusGroup
from officers.vocabulary import CoverageKind, Position


class GroupField(serializers.PrimaryKeyRelatedField[CampusGroup]):
    """One of the groups of the caller's agency."""

    def get_queryset(self) -> QuerySet[CampusGroup]:
        """The groups in the context."""
        found: QuerySet[CampusGroup] = self.context["groups"]
        return found


class CampusField(serializers.PrimaryKeyRelatedField[Campus]):
    """One of the campuses of the caller's agency."""

    def get_queryset(self) -> QuerySet[Campus]:
        """The campuses in the context."""
        found: QuerySet[Campus] = self.context["campuses"]
        return found


class RuleIn(serializers.Serializer[Any]):
    """A coverage rule."""

    name = serializers.CharField(max_length=60)
    kind = serializers.ChoiceField(choices=CoverageKind.choices)
    number = serializers.IntegerField(min_value=1, max_value=999)
    cit = serializers.BooleanField()
    position = serializers.ChoiceField(choices=Position.choices)
    group = GroupField(allow_null=True)
    weekdays = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=6), allow_empty=False, max_length=7
    )
    starts = serializers.TimeField()
    ends = serializers.TimeField()


class ChangeRuleIn(RuleIn, VersionIn):
    """The same about a rule that may have moved on."""


class ZoneIn(serializers.Serializer[Any]):
    """A group of campuses."""

    name = serializers.CharField(max_length=40)
    campuses = serializers.ListField(child=CampusField(), allow_empty=False, max_length=200)


class ChangeZoneIn(ZoneIn, VersionIn):
    """The same about a group that may have moved on."""


class LimitsIn(VersionIn):
    """The limits of work."""

    max_week_hours = serializers.IntegerField(min_value=1, max_value=168)
    overtime_from_hours = serializers.IntegerField(min_value=1, max_value=168)
    min_rest_hours = serializers.IntegerField(min_value=0, max_value=48)
    max_shift_hours = serializers.IntegerField(min_value=1, max_value=24)
    warn_hours = serializers.IntegerField(min_value=1, max_value=24)
