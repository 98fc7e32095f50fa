"""What the API accepts about shifts, cover, leave and the clock: the same names and bounds as the forms."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.versions import VersionIn
from officers.forms.shifts import ON_DUTY
from officers.models import Campus, Officer, Shift, ShiftTemplate
from officers.planning.rotation import LONGEST
from officers.selectors import choices
from officers.vocabulary import LeaveKind, OverrideReason, Position


class CampusField(serializers.PrimaryKeyRelatedField[Campus]):
    """A campus of the caller's district."""

    def get_queryset(self) -> QuerySet[Campus]:
        """Those offered."""
        return choices.campuses(self.context["actor"])


class OfficerField(serializers.PrimaryKeyRelatedField[Officer]):
    """A person of the caller's roster."""

    def get_queryset(self) -> QuerySet[Officer]:
        """Those offered."""
        return choices.people(self.context["actor"])


class TemplateField(serializers.PrimaryKeyRelatedField[ShiftTemplate]):
    """A template in use."""

    def get_queryset(self) -> QuerySet[ShiftTemplate]:
        """Those offered."""
        return choices.templates(self.context["actor"])


class ShiftField(serializers.PrimaryKeyRelatedField[Shift]):
    """A planned shift that the caller sees."""

    def get_queryset(self) -> QuerySet[Shift]:
        """Those offered."""
        return choices.exchangeable(self.context["actor"])


class OverrideField(serializers.ChoiceField):
    """A reason beyond a limit, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=OverrideReason.choices, allow_blank=True, default="", **options)


class PlanIn(serializers.Serializer[Any]):
    """One shift, by a template or by its hours."""

    day = serializers.DateField()
    template = TemplateField(required=False, allow_null=True, default=None)
    starts = serializers.TimeField(required=False, allow_null=True, default=None)
    ends = serializers.TimeField(required=False, allow_null=True, default=None)
    position = serializers.ChoiceField(choices=Position.choices, allow_blank=True, default="")
    campus = CampusField(required=False, allow_null=True, default=None)
    override_reason = OverrideField()


class ChangeShiftIn(VersionIn):
    """Other hours, position or place."""

    day = serializers.DateField()
    starts = serializers.TimeField()
    ends = serializers.TimeField()
    position = serializers.ChoiceField(choices=Position.choices)
    campus = CampusField(required=False, allow_null=True, default=None)
    override_reason = OverrideField()


class HandOverIn(VersionIn):
    """Who works it instead."""

    officer = OfficerField()
    override_reason = OverrideField()


class AskCoverIn(serializers.Serializer[Any]):
    """Ask that somebody takes a shift, for nothing or in exchange."""

    offered = ShiftField(required=False, allow_null=True, default=None)
    reason = serializers.CharField(max_length=200, allow_blank=True, default="")


class ApproveCoverIn(VersionIn):
    """The supervisor's word."""

    override_reason = OverrideField()


class AskLeaveIn(serializers.Serializer[Any]):
    """From the first day to the last."""

    kind = serializers.ChoiceField(choices=LeaveKind.choices)
    from_day = serializers.DateField()
    to_day = serializers.DateField()
    note = serializers.CharField(max_length=200, allow_blank=True, default="")


class ClockIn(serializers.Serializer[Any]):
    """Nothing: the move says it all."""


class StatusIn(serializers.Serializer[Any]):
    """What an officer on duty can be asked for."""

    duty = serializers.ChoiceField(choices=ON_DUTY)


class CorrectIn(VersionIn):
    """What the clock should have said."""

    clocked_in_at = serializers.DateTimeField()
    clocked_out_at = serializers.DateTimeField()
    correction = serializers.CharField(max_length=200)


class TemplateIn(serializers.Serializer[Any]):
    """Named hours of the day."""

    name = serializers.CharField(max_length=40)
    position = serializers.ChoiceField(choices=Position.choices)
    starts = serializers.TimeField()
    ends = serializers.TimeField()


class ChangeTemplateIn(TemplateIn, VersionIn):
    """The same about a template that may have moved on."""

    active = serializers.BooleanField(default=True)


class RotationIn(serializers.Serializer[Any]):
    """A pattern of days: a template's key each, or an empty text for a day off."""

    name = serializers.CharField(max_length=40)
    starts_on = serializers.DateField()
    pattern = serializers.ListField(
        child=serializers.CharField(max_length=36, allow_blank=True), min_length=1, max_length=LONGEST
    )


class ChangeRotationIn(RotationIn, VersionIn):
    """The same about a rotation that may have moved on."""

    active = serializers.BooleanField(default=True)


class JoinIn(serializers.Serializer[Any]):
    """Who works a rotation."""

    officer = OfficerField()
    offset_days = serializers.IntegerField(min_value=0, max_value=LONGEST, default=0)
    campus = CampusField(required=False, allow_null=True, default=None)
    from_day = serializers.DateField()
    to_day = serializers.DateField(required=False, allow_null=True, default=None)


class LeaveRotationIn(serializers.Serializer[Any]):
    """The last day in a rotation."""

    to_day = serializers.DateField()


class GenerateIn(serializers.Serializer[Any]):
    """A term."""

    from_day = serializers.DateField()
    to_day = serializers.DateField()
    override_reason = OverrideField()


class FileIn(serializers.Serializer[Any]):
    """The text of a CSV file."""

    content = serializers.CharField(max_length=2_000_000, trim_whitespace=False)


class NothingIn(serializers.Serializer[Any]):
    """No parameters."""
