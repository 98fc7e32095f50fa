"""Response plans: what programs send and get."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers

from core.actors import Actor
from core.moves import open_moves
from core.web.versions import VersionIn
from incidents.care import ROWS, TEXTS, Column
from incidents.care.schema import MOST_ROWS
from incidents.care_vocabulary import STATED, SuggestionKind
from incidents.models import Person, PlanSuggestion, PlanView, ResponsePlan
from incidents.selectors import plans_kept
from officers.models import Campus


class RowIn(serializers.Field[dict[str, str], Any, dict[str, str], Any]):
    """One row of a list: a text for each of its columns."""

    def __init__(self, columns: tuple[Column, ...], **options: Any) -> None:
        super().__init__(**options)
        self.names = tuple(column.name for column in columns)

    def to_internal_value(self, data: Any) -> dict[str, str]:
        """Texts by the names of the columns, and nothing else."""
        if not isinstance(data, Mapping) or any(not isinstance(value, str) for value in data.values()):
            raise serializers.ValidationError(_("A row is an object of texts."))
        if foreign := sorted(set(data) - set(self.names)):
            raise serializers.ValidationError(_("Not known here: %(names)s.") % {"names": ", ".join(foreign)})
        return {name: data.get(name, "") for name in self.names}

    def to_representation(self, value: dict[str, str]) -> dict[str, str]:
        """The row as it is kept."""
        return value


class OwnCampusField(serializers.PrimaryKeyRelatedField[Campus]):
    """A campus that the caller may write for."""

    def get_queryset(self) -> QuerySet[Campus]:
        """The campuses of the caller's agency, or those that the caller works at."""
        return plans_kept.campuses(self.context["actor"])


class OwnPersonField(serializers.PrimaryKeyRelatedField[Person]):
    """A person that exists for the caller."""

    def get_queryset(self) -> QuerySet[Person]:
        """The people that the caller may know of."""
        return plans_kept.people(self.context["actor"])


def _text(name: str) -> serializers.CharField:
    return serializers.CharField(max_length=TEXTS[name][1], required=False, allow_blank=True, default="")


def _rows(name: str) -> serializers.ListField:
    return serializers.ListField(child=RowIn(ROWS[name][1]), required=False, default=list, max_length=MOST_ROWS)


class BeginIn(serializers.Serializer[Any]):
    """Whose plan it is, and at which campus."""

    student_number = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    person = OwnPersonField(required=False, allow_null=True, default=None)
    campus = OwnCampusField(required=False, allow_null=True, default=None)


class PlanIn(VersionIn):
    """Everything a plan says; what is left out is empty."""

    caution = _text("caution")
    baseline = _text("baseline")
    escalated = _text("escalated")
    triggers = _rows("triggers")
    helps = _rows("helps")
    avoid = _rows("avoid")
    strategies = _rows("strategies")
    contacts = _rows("contacts")
    safety = _rows("safety")
    sensory = _text("sensory")
    language = _text("language")
    reentry = _text("reentry")
    supervision = _text("supervision")
    private_notes = serializers.CharField(max_length=4000, required=False, allow_blank=True, default="")


class ApproveIn(VersionIn):
    """Until when responders may follow it."""

    expires_on = serializers.DateField()


class ReturnIn(VersionIn):
    """Why it goes back."""

    comment = serializers.CharField(max_length=400)


class MoveIn(VersionIn):
    """A command that needs no words."""


class ReasonIn(serializers.Serializer[Any]):
    """Why a plan is opened."""

    reason = serializers.ChoiceField(choices=STATED)
    words = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class CardIn(ReasonIn):
    """Why a card is printed, and in which language."""

    language = serializers.ChoiceField(choices=["en", "es"])


class SuggestIn(serializers.Serializer[Any]):
    """What somebody learned."""

    kind = serializers.ChoiceField(choices=SuggestionKind.choices)
    text = serializers.CharField(max_length=400)
    client_key = serializers.UUIDField()


class ReplyIn(VersionIn):
    """The answer to a suggestion."""

    reply = serializers.CharField(max_length=400, required=False, allow_blank=True, default="")


class PlanOut(serializers.ModelSerializer[ResponsePlan]):
    """One version without its words."""

    actions = serializers.SerializerMethodField()

    class Meta:
        model = ResponsePlan
        fields = (
            "id",
            "student_number",
            "person",
            "campus",
            "number",
            "status",
            "version",
            "written_by",
            "submitted_at",
            "approved_by",
            "reviewed_on",
            "expires_on",
            "actions",
        )

    def get_actions(self, plan: ResponsePlan) -> list[str]:
        """The moves that are open to the caller."""
        actor = self.context.get("actor")
        return [move.name for move in open_moves(plan, actor)] if isinstance(actor, Actor) else []


class ViewOut(serializers.ModelSerializer[PlanView]):
    """Who has looked, when and why."""

    class Meta:
        model = PlanView
        fields = ("id", "plan", "by", "at", "way", "reason", "words", "incident", "language")


class SuggestionOut(serializers.ModelSerializer[PlanSuggestion]):
    """One suggestion and its answer."""

    actions = serializers.SerializerMethodField()

    class Meta:
        model = PlanSuggestion
        fields = ("id", "plan", "kind", "text", "status", "version", "by", "at", "reply", "decided_at", "actions")

    def get_actions(self, row: PlanSuggestion) -> list[str]:
        """The moves that are open to the caller."""
        actor = self.context.get("actor")
        return [move.name for move in open_moves(row, actor)] if isinstance(actor, Actor) else []
