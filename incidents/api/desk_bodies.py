"""Door 2 of desks, their turns and the shift log: the same names and bounds as `incidents.desks_forms`."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.desks_forms import LONGEST_NAME, LONGEST_TEXT


class DeskIn(serializers.Serializer[Any]):
    """A new desk."""

    name = serializers.CharField(max_length=LONGEST_NAME)


class ChangeDeskIn(VersionIn):
    """Another name, or out of use."""

    name = serializers.CharField(max_length=LONGEST_NAME)
    active = serializers.BooleanField(default=True)


class SignOnIn(serializers.Serializer[Any]):
    """Nothing needs to be said."""


class SignOffIn(serializers.Serializer[Any]):
    """What the next should know."""

    note = serializers.CharField(max_length=LONGEST_TEXT, required=False, allow_blank=True, default="")


class TakeOverIn(serializers.Serializer[Any]):
    """Whose turn is taken over."""

    turn = serializers.UUIDField()


class EntryIn(serializers.Serializer[Any]):
    """One line of the shift log."""

    text = serializers.CharField(max_length=LONGEST_TEXT)


class DayIn(serializers.Serializer[Any]):
    """Which day; today without one."""

    day = serializers.DateField(required=False)
