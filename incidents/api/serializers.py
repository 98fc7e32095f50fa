"""What the API accepts: the same names and bounds as `incidents.forms`."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.idempotency import IdempotencyKeyField
from core.web.versions import VersionIn
from incidents.models.incident import LONGEST_SAID
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


class OpenQuery(serializers.Serializer[Any]):
    """The parameters of the list of open incidents."""

    limit = serializers.IntegerField(min_value=1, max_value=200, default=100)
