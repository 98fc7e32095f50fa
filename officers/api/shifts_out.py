"""What the API says about shifts, cover, leave and the clock: explicit fields, version, and the open moves."""

from typing import Any

from rest_framework import serializers

from core.models import Flowing
from core.moves import open_moves
from officers.models import CoverRequest, Leave, Rotation, RotationMember, Shift, ShiftTemplate, TimeEntry


class ActionsField(serializers.Field[Any, Any, list[str], Any]):
    """The names of the moves that the caller may make now."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, value: Flowing) -> list[str]:
        """Read from the workflow, as the buttons are."""
        return [move.name for move in open_moves(value, self.context["actor"])]


class ShiftOut(serializers.ModelSerializer[Shift]):
    """One shift as two instants."""

    unit = serializers.CharField(source="officer.call_sign")
    campus = serializers.CharField(source="campus.name", default=None)
    template = serializers.CharField(source="template.name", default=None)
    actions = ActionsField()

    class Meta:
        model = Shift
        fields = (
            "id",
            "unit",
            "officer",
            "position",
            "campus",
            "template",
            "starts_at",
            "ends_at",
            "override_reason",
            "status",
            "version",
            "actions",
        )


class CoverOut(serializers.ModelSerializer[CoverRequest]):
    """One request that somebody takes a shift."""

    asked_by = serializers.CharField(source="asked_by.call_sign")
    taker = serializers.CharField(source="taker.call_sign", default=None)
    actions = ActionsField()

    class Meta:
        model = CoverRequest
        fields = ("id", "shift", "asked_by", "offered", "taker", "reason", "status", "version", "actions")


class LeaveOut(serializers.ModelSerializer[Leave]):
    """One request for leave, for its person and for supervisors."""

    unit = serializers.CharField(source="officer.call_sign")
    actions = ActionsField()

    class Meta:
        model = Leave
        fields = ("id", "unit", "kind", "starts_at", "ends_at", "note", "status", "version", "actions")


class TimeEntryOut(serializers.ModelSerializer[TimeEntry]):
    """From clocking in to clocking out."""

    unit = serializers.CharField(source="officer.call_sign")

    class Meta:
        model = TimeEntry
        fields = (
            "id",
            "unit",
            "shift",
            "clocked_in_at",
            "clocked_in_from",
            "clocked_out_at",
            "clocked_out_from",
            "corrected_at",
            "correction",
            "version",
        )


class TemplateOut(serializers.ModelSerializer[ShiftTemplate]):
    """Named hours of the day."""

    class Meta:
        model = ShiftTemplate
        fields = ("id", "name", "position", "starts", "ends", "active", "version")


class RotationOut(serializers.ModelSerializer[Rotation]):
    """A pattern of days."""

    class Meta:
        model = Rotation
        fields = ("id", "name", "starts_on", "pattern", "active", "version")


class MemberOut(serializers.ModelSerializer[RotationMember]):
    """Who works a rotation."""

    unit = serializers.CharField(source="officer.call_sign")

    class Meta:
        model = RotationMember
        fields = ("id", "unit", "offset_days", "campus", "from_day", "to_day")


class PlannedOut(serializers.Serializer[Any]):
    """One place of a term."""

    unit = serializers.CharField(source="officer.call_sign")
    template = serializers.CharField(source="template.name")
    day = serializers.DateField(source="place.day")
    words = serializers.CharField()
    exists = serializers.BooleanField()
    stopped = serializers.BooleanField()
