"""What the API accepts about plans: the same names and bounds as the forms."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from officers.forms.plans import HIGHEST, KINDS, LARGEST, LONGEST_NAME, LOWEST, SMALLEST
from officers.plans.shapes import NAME_LENGTH
from officers.plans.sketch import LONGEST


class AddPlanIn(serializers.Serializer[Any]):
    """A floor to draw."""

    floor = serializers.IntegerField(min_value=LOWEST, max_value=HIGHEST)
    width = serializers.IntegerField(min_value=SMALLEST, max_value=LARGEST)
    height = serializers.IntegerField(min_value=SMALLEST, max_value=LARGEST)


class ShapeIn(VersionIn):
    """One thing of the drawing."""

    kind = serializers.ChoiceField(choices=KINDS)
    name = serializers.CharField(max_length=NAME_LENGTH, allow_blank=True, default="")
    points = serializers.CharField(max_length=LONGEST_NAME)


class EraseIn(VersionIn):
    """One thing to take away."""

    kind = serializers.ChoiceField(choices=KINDS)
    name = serializers.CharField(max_length=LONGEST_NAME)


class DrawIn(VersionIn):
    """The whole drawing as text."""

    drawing = serializers.CharField(max_length=LONGEST, allow_blank=True, trim_whitespace=False)


class BackgroundIn(VersionIn):
    """A picture to draw over, sent as a form with a file."""

    file = serializers.FileField()


class RestoreIn(VersionIn):
    """An earlier drawing."""

    number = serializers.IntegerField(min_value=1)


class OutlineIn(VersionIn):
    """Where a campus lies."""

    outline = serializers.CharField(max_length=LONGEST, trim_whitespace=False)
