"""What the API accepts about places: the same names and bounds as the forms."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.versions import VersionIn
from officers.api.coverage_in import CampusField
from officers.models import BellPeriod
from officers.places.matching import LONGEST
from officers.services.extensions import NUMBER
from officers.vocabulary import PremiseKind


class PeriodField(serializers.PrimaryKeyRelatedField[BellPeriod]):
    """One of the periods of the caller's agency."""

    def get_queryset(self) -> QuerySet[BellPeriod]:
        """The periods in the context."""
        found: QuerySet[BellPeriod] = self.context["periods"]
        return found


class PlacedIn(serializers.Serializer[Any]):
    """About a place: its key, or words that mean it beyond doubt."""

    place = serializers.CharField(max_length=LONGEST, required=False, allow_blank=True, default="")
    place_key = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")


class AliasIn(PlacedIn):
    """What people type or say for a place."""

    alias = serializers.CharField(max_length=40)


class ChangeAliasIn(AliasIn, VersionIn):
    """The same about an alias that may have moved on."""


class ExtensionIn(PlacedIn):
    """A telephone and where it stands."""

    number = serializers.RegexField(f"^{NUMBER.pattern}$", max_length=12)
    name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")


class ChangeExtensionIn(ExtensionIn, VersionIn):
    """The same about an extension that may have moved on."""


class PremiseIn(PlacedIn):
    """What an officer should know before walking in."""

    kind = serializers.ChoiceField(choices=PremiseKind.choices)
    text = serializers.CharField(max_length=400)
    until = serializers.DateField(required=False, allow_null=True, default=None)


class ChangePremiseIn(PremiseIn, VersionIn):
    """The same about a note that may have moved on."""


class PeriodIn(serializers.Serializer[Any]):
    """A period of a campus's day."""

    campus = CampusField()
    name = serializers.CharField(max_length=40)
    weekdays = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=6), allow_empty=False, max_length=7
    )
    starts = serializers.TimeField()
    ends = serializers.TimeField()


class ChangePeriodIn(PeriodIn, VersionIn):
    """The same about a period that may have moved on."""


class UseIn(PlacedIn):
    """Who is likely in a room during a period."""

    period = PeriodField()
    group = serializers.CharField(max_length=80)
    adult = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    people = serializers.IntegerField(min_value=0, max_value=5000, required=False, allow_null=True, default=None)


class ChangeUseIn(UseIn, VersionIn):
    """The same about a class that may have moved on."""
