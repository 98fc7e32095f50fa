"""What the API accepts: the same names and bounds as `incidents.forms` and `incidents.record_forms`."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.idempotency import IdempotencyKeyField
from core.web.versions import VersionIn
from incidents.models.incident import LONGEST_SAID
from incidents.record_vocabulary import (
    Behavior,
    Force,
    Grade,
    Injured,
    Outcome,
    PersonRole,
    RecordNature,
    Technique,
    Weapon,
)
from incidents.selectors import candidates, places
from incidents.shown import LONGEST
from incidents.vocabulary import OVERRIDES, CallerRole, CitUnavailable, CloseReason, Nature, ReopenReason, Via
from officers.models import Campus, Officer, Room
from officers.vocabulary import Language


class CampusField(serializers.PrimaryKeyRelatedField[Campus]):
    """A campus that the caller may log calls for."""

    def get_queryset(self) -> QuerySet[Campus]:
        """The campuses of the caller's agency."""
        return places.campuses(self.context["actor"])


class RoomField(serializers.PrimaryKeyRelatedField[Room]):
    """A room that the caller may log calls for."""

    def get_queryset(self) -> QuerySet[Room]:
        """The rooms of the caller's agency."""
        return places.rooms(self.context["actor"])


class OfficerField(serializers.PrimaryKeyRelatedField[Officer]):
    """An officer whom the caller may send."""

    def get_queryset(self) -> QuerySet[Officer]:
        """The officers of the caller's agency."""
        return candidates.officers(self.context["actor"])


class CallIn(serializers.Serializer[Any]):
    """A call; `client_key` is the header Idempotency-Key: sent twice, it is one call."""

    client_key = IdempotencyKeyField()
    campus = CampusField()
    room = RoomField(required=False, allow_null=True, default=None)
    nature = serializers.ChoiceField(choices=Nature.choices)
    received_via = serializers.ChoiceField(choices=Via.choices)
    caller_role = serializers.ChoiceField(choices=CallerRole.choices)
    caller_name = serializers.CharField(max_length=80, allow_blank=True, default="")
    callback = serializers.CharField(max_length=20, allow_blank=True, default="")
    said = serializers.CharField(max_length=LONGEST_SAID)
    language_needed = serializers.ChoiceField(
        choices=[(value, label) for value, label in Language.choices if value != Language.ENGLISH],
        allow_blank=True,
        default="",
    )


class SendIn(VersionIn):
    """Whom to send, why nobody certified when nobody is, and why not the first; `shown` as the candidates gave it."""

    officer = OfficerField()
    cit_unavailable_reason = serializers.ChoiceField(choices=CitUnavailable.choices, allow_blank=True, default="")
    override_reason = serializers.ChoiceField(choices=OVERRIDES, allow_blank=True, default="")
    override_note = serializers.CharField(max_length=200, allow_blank=True, default="")
    shown = serializers.CharField(max_length=LONGEST, allow_blank=True, default="")


class CloseIn(VersionIn):
    """How an incident ended for dispatch."""

    close_reason = serializers.ChoiceField(choices=CloseReason.choices)


class ReopenIn(VersionIn):
    """Why a finished incident is handled again."""

    reopen_reason = serializers.ChoiceField(choices=ReopenReason.choices)


class CallBackIn(VersionIn):
    """Why an officer is called back."""

    cancel_reason = serializers.CharField(max_length=200)


class SubjectIn(serializers.Serializer[Any]):
    """Who the record is about."""

    role = serializers.ChoiceField(choices=PersonRole.choices)
    name = serializers.CharField(max_length=80, allow_blank=True, default="")
    grade = serializers.ChoiceField(choices=Grade.choices, allow_blank=True, default="")


class ReturnIn(VersionIn):
    """What the author should change."""

    return_comment = serializers.CharField(max_length=1000)


class RecordIn(VersionIn):
    """Any part of the answers; what is left out stays as it is."""

    nature = serializers.ListField(child=serializers.ChoiceField(choices=RecordNature.choices), required=False)
    behaviors = serializers.ListField(child=serializers.ChoiceField(choices=Behavior.choices), required=False)
    weapon = serializers.ChoiceField(choices=Weapon.choices, allow_blank=True, required=False)
    techniques = serializers.ListField(child=serializers.ChoiceField(choices=Technique.choices), required=False)
    force_highest = serializers.ChoiceField(choices=Force.choices, allow_null=True, required=False)
    force_reportable = serializers.BooleanField(allow_null=True, required=False)
    anyone_injured = serializers.BooleanField(allow_null=True, required=False)
    injured = serializers.ListField(child=serializers.ChoiceField(choices=Injured.choices), required=False)
    primary_outcome = serializers.ChoiceField(choices=Outcome.choices, allow_blank=True, required=False)
    outcomes = serializers.ListField(child=serializers.ChoiceField(choices=Outcome.choices), required=False)
    arrestable_but_diverted = serializers.BooleanField(allow_null=True, required=False)
    narrative = serializers.CharField(max_length=8000, allow_blank=True, required=False)


class OpenQuery(serializers.Serializer[Any]):
    """The parameters of the list of open incidents."""

    limit = serializers.IntegerField(min_value=1, max_value=200, default=100)
