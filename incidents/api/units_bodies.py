"""What the API accepts and says of units, pending calls and hand-over; the same names as `incidents.units_forms`."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.api.serializers import OfficerField
from incidents.console_vocabulary import RELEASES
from incidents.models import Desk, Handover, PendingCall
from incidents.selectors import handovers


class DeskField(serializers.PrimaryKeyRelatedField[Desk]):
    """A desk that an incident can go to."""

    def get_queryset(self) -> QuerySet[Desk]:
        """The desks of the caller's agency."""
        return handovers.desks(self.context["actor"])


class ReleaseIn(VersionIn):
    """Why a unit is freed."""

    release_reason = serializers.ChoiceField(choices=RELEASES)


class PendingIn(serializers.Serializer[Any]):
    """For whom the incident waits."""

    officer = OfficerField()


class OfferIn(VersionIn):
    """To which desk, and what it should know."""

    to_desk = DeskField()
    note = serializers.CharField(max_length=4000)


class NoWordsIn(serializers.Serializer[Any]):
    """A step that needs no words."""


class PendingOut(serializers.ModelSerializer[PendingCall]):
    """One call on an officer's stack."""

    unit = serializers.CharField(source="officer.call_sign")
    number = serializers.CharField(source="incident.number")

    class Meta:
        model = PendingCall
        fields = ("id", "incident", "number", "officer", "unit", "at", "ended_at", "ended_as")


class HandoverOut(serializers.ModelSerializer[Handover]):
    """One offer to another desk."""

    to_desk = serializers.CharField(source="to_desk.name")
    from_desk = serializers.CharField(source="from_desk.name", default=None)
    by = serializers.CharField(source="by.name")

    class Meta:
        model = Handover
        fields = ("id", "incident", "from_desk", "to_desk", "note", "by", "at", "taken_at", "ended_at")
