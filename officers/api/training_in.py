"""What the API accepts about training: the same names and bounds as the forms."""

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core import clock
from core.web.versions import VersionIn
from officers.models import Course, TrainingSession
from officers.roles import License
from officers.selectors.training import catalogue, classes
from officers.vocabulary import Anchor, CourseCategory, RuleKind

HOURS: dict[str, Any] = {"min_value": 0, "max_digits": 5, "decimal_places": 1, "allow_null": True, "default": None}
DAY: dict[str, Any] = {"allow_null": True, "default": None}
LINE: dict[str, Any] = {"max_length": 80, "allow_blank": True, "default": ""}


class CourseField(serializers.PrimaryKeyRelatedField[Course]):
    """A course of the caller's agency."""

    def get_queryset(self) -> QuerySet[Course]:
        """The catalogue."""
        return catalogue.choice_of_courses(self.context["actor"])


class ClassField(serializers.PrimaryKeyRelatedField[TrainingSession]):
    """A class that has not begun and has a seat left."""

    def get_queryset(self) -> QuerySet[TrainingSession]:
        """What can be booked now."""
        return classes.upcoming(self.context["actor"], clock.now())


class EmptyIn(serializers.Serializer[Any]):
    """A move that needs nothing."""


class CompletionIn(serializers.Serializer[Any]):
    """A completed course; a file is sent as multipart/form-data."""

    course = CourseField()
    completed_on = serializers.DateField()
    started_on = serializers.DateField(**DAY)
    hours = serializers.DecimalField(**HOURS)
    score = serializers.DecimalField(**HOURS)
    provider = serializers.CharField(**LINE)
    instructor = serializers.CharField(**LINE)
    expires_on = serializers.DateField(**DAY)
    file = serializers.FileField(allow_null=True, default=None)


class RefuseIn(serializers.Serializer[Any]):
    """Why a completion does not count."""

    refusal = serializers.CharField(max_length=200)


class _CourseIn(serializers.Serializer[Any]):
    title = serializers.CharField(max_length=120)
    category = serializers.ChoiceField(choices=CourseCategory.choices)
    hours = serializers.DecimalField(**HOURS)
    provider = serializers.CharField(**LINE)
    crisis_intervention = serializers.BooleanField(default=False)
    valid_months = serializers.IntegerField(min_value=1, max_value=600, allow_null=True, default=None)


class CourseIn(_CourseIn):
    """A new course."""

    number = serializers.CharField(max_length=12)


class ChangeCourseIn(_CourseIn, VersionIn):
    """What a course is."""


class RetireIn(VersionIn):
    """When a course ends."""

    retired_on = serializers.DateField()


class SubstituteIn(serializers.Serializer[Any]):
    """What counts in its place."""

    substitute = CourseField()
    active = serializers.BooleanField(default=True)


class ChangeRuleIn(serializers.Serializer[Any]):
    """One version of a rule."""

    title = serializers.CharField(max_length=120)
    kind = serializers.ChoiceField(choices=RuleKind.choices)
    effective_from = serializers.DateField()
    number = serializers.IntegerField(min_value=1, max_value=9999, allow_null=True, default=None)
    anchor = serializers.ChoiceField(choices=Anchor.choices, allow_blank=True, default="")
    licenses = serializers.ListField(
        child=serializers.ChoiceField(choices=License.choices), max_length=len(License), default=list
    )
    courses = serializers.ListField(child=serializers.CharField(max_length=12), max_length=50, default=list)
    min_hours = serializers.DecimalField(**{**HOURS, "min_value": Decimal("0.5")})
    anchored_from = serializers.DateField(**DAY)
    due_soon_days = serializers.IntegerField(min_value=0, max_value=3650, default=90)
    basis = serializers.CharField(max_length=160, allow_blank=True, default="")


class RuleIn(ChangeRuleIn):
    """A rule that was not there before."""

    slug = serializers.SlugField(max_length=40)


class EndRuleIn(serializers.Serializer[Any]):
    """When a rule ends."""

    last_day = serializers.DateField()


class WaiverIn(serializers.Serializer[Any]):
    """Which rule somebody need not meet, and why."""

    rule_slug = serializers.SlugField(max_length=40)
    reason = serializers.CharField(max_length=200)
    until = serializers.DateField(**DAY)


class ClassIn(serializers.Serializer[Any]):
    """A class at a time and place."""

    course = CourseField()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    place = serializers.CharField(max_length=80)
    seats = serializers.IntegerField(min_value=1, max_value=500, default=12)


class BookIn(serializers.Serializer[Any]):
    """Which class."""

    session = ClassField()
