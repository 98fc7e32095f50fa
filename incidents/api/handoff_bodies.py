"""Door 2 of hand-offs: the same names and bounds as `incidents.handoffs_forms`."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.console_vocabulary import Destination, HandoffOutcome


class StartIn(serializers.Serializer[Any]):
    """Whom to call."""

    destination = serializers.ChoiceField(choices=Destination.choices)


class TakenIn(VersionIn):
    """Who answered, and under which reference they keep it."""

    spoke_with = serializers.CharField(max_length=80, allow_blank=True, default="")
    reference = serializers.CharField(max_length=40, allow_blank=True, default="")


class FailIn(VersionIn):
    """Why nobody took over."""

    outcome = serializers.ChoiceField(choices=HandoffOutcome.choices)
