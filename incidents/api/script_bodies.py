"""Door 2 of script versions: the same names and bounds as `incidents.scripts_forms`."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.scripting import STANDARD


class DraftIn(serializers.Serializer[Any]):
    """A new draft, and the version whose words it begins with."""

    title = serializers.CharField(max_length=80)
    based_on = serializers.IntegerField(min_value=1, max_value=32_000, default=STANDARD.version)


class ReviseIn(VersionIn):
    """The whole draft."""

    title = serializers.CharField(max_length=80)
    content = serializers.JSONField()
