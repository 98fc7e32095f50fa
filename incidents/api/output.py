"""What the API says: explicit fields, the version to act on, and the names of the moves open to the caller."""

from typing import Any

from rest_framework import serializers

from core.models import Flowing
from core.moves import open_moves
from incidents.models import Answer, Assignment, Call, Incident


class ActionsField(serializers.Field[Any, Any, list[str], Any]):
    """The names of the moves that the caller may make now."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, value: Flowing) -> list[str]:
        """Read from the workflow, as the buttons are."""
        return [move.name for move in open_moves(value, self.context["actor"])]


class CallOut(serializers.ModelSerializer[Call]):
    """One call, as it was said."""

    class Meta:
        model = Call
        fields = (
            "id",
            "number",
            "incident",
            "received_at",
            "received_via",
            "caller_role",
            "caller_name",
            "callback",
            "language_needed",
            "said",
        )


class IncidentOut(serializers.ModelSerializer[Incident]):
    """One incident in a list."""

    campus = serializers.CharField(source="campus.name")
    building = serializers.CharField(source="building.name", default=None)
    room = serializers.CharField(source="room.name", default=None)
    nearest_door = serializers.CharField(source="room.nearest_door", default=None)
    actions = ActionsField()

    class Meta:
        model = Incident
        fields = (
            "id",
            "number",
            "status",
            "priority",
            "nature",
            "campus",
            "building",
            "room",
            "nearest_door",
            "cit_required",
            "cit_triggers",
            "cit_unavailable_reason",
            "received_at",
            "triaged_at",
            "dispatched_at",
            "first_on_scene_at",
            "first_cit_on_scene_at",
            "cleared_at",
            "closed_at",
            "close_reason",
            "version",
            "actions",
        )


class AnswerOut(serializers.ModelSerializer[Answer]):
    """One answer that counts."""

    class Meta:
        model = Answer
        fields = ("question", "value", "at")


class AssignmentOut(serializers.ModelSerializer[Assignment]):
    """One officer's part."""

    unit = serializers.CharField(source="officer.call_sign")
    actions = ActionsField()

    class Meta:
        model = Assignment
        fields = (
            "id",
            "incident",
            "unit",
            "status",
            "minutes_away",
            "cit_when_sent",
            "cit_on_arrival",
            "rank",
            "ranking_version",
            "override_reason",
            "override_note",
            "dispatched_at",
            "en_route_at",
            "on_scene_at",
            "clear_at",
            "cancelled_at",
            "version",
            "actions",
        )


class EntryOut(serializers.Serializer[Any]):
    """One line of the timeline."""

    at = serializers.DateTimeField()
    who = serializers.CharField()
    text = serializers.CharField()
    detail = serializers.CharField()
