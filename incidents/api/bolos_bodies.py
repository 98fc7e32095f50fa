"""What the API accepts and says of lookouts; the same names as `incidents.bolos_forms`."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from incidents.api.output import ActionsField
from incidents.api.serializers import CampusField
from incidents.bolos_forms import LASTS, LONGEST
from incidents.console_vocabulary import LookoutKind
from incidents.models import Incident, Lookout
from incidents.selectors import bolos as selector


class IncidentField(serializers.PrimaryKeyRelatedField[Incident]):
    """An open incident of the caller's agency."""

    def get_queryset(self) -> QuerySet[Incident]:
        """What a lookout can be about."""
        return selector.incidents(self.context["actor"])


class LookoutIn(serializers.Serializer[Any]):
    """What to watch for, where, and for how many minutes."""

    kind = serializers.ChoiceField(choices=LookoutKind.choices)
    text = serializers.CharField(max_length=LONGEST)
    campus = CampusField(required=False, allow_null=True, default=None)
    incident = IncidentField(required=False, allow_null=True, default=None)
    expires_in = serializers.ChoiceField(choices=[minutes for minutes, _label in LASTS])


class LookoutOut(serializers.ModelSerializer[Lookout]):
    """One lookout."""

    campus = serializers.CharField(source="campus.name", default=None)
    actions = ActionsField()

    class Meta:
        model = Lookout
        fields = (
            *("id", "number", "status", "kind", "text", "campus", "incident"),
            *("issued_at", "expires_at", "ended_at", "version", "actions"),
        )
