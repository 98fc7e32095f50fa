"""What people type about plans. Fields are named as the services name them; `version` is the expected one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from officers.plans.shapes import NAME_LENGTH, Kind
from officers.plans.sketch import LONGEST

KINDS = [
    (Kind.ROOM.value, _("Room")),
    (Kind.DOORWAY.value, _("Doorway of a room")),
    (Kind.CALM.value, _("Calm room")),
    (Kind.HALL.value, _("Hall")),
    (Kind.AREA.value, _("Other area")),
    (Kind.DOOR.value, _("Outside door")),
    (Kind.STAIRS.value, _("Stairs, of one name on every floor")),
    (Kind.POINT.value, _("Way point")),
    (Kind.WAY.value, _("Way over points")),
]
LOWEST, HIGHEST, SMALLEST, LARGEST = -9, 99, 20, 10_000
# A way may be named by all it leads over.
LONGEST_NAME = 4000


class NumberQuery(forms.Form):
    """Which drawing's picture; the address changes with it, so that a browser may keep it."""

    number = forms.IntegerField(min_value=1, required=False)


class EditQuery(forms.Form):
    """What the form of one thing is filled with."""

    kind = forms.ChoiceField(choices=KINDS, required=False)
    name = forms.CharField(max_length=LONGEST_NAME, required=False)


class FloorQuery(forms.Form):
    """Which floor a new plan is of."""

    floor = forms.IntegerField(min_value=LOWEST, max_value=HIGHEST, required=False)


class AddPlanForm(forms.Form):
    """A floor to draw."""

    floor = forms.IntegerField(label=_("Floor"), min_value=LOWEST, max_value=HIGHEST)
    width = forms.IntegerField(label=_("Width in your own units"), min_value=SMALLEST, max_value=LARGEST)
    height = forms.IntegerField(label=_("Height in the same units"), min_value=SMALLEST, max_value=LARGEST)


class ShapeForm(VersionForm):
    """One thing of the drawing."""

    kind = forms.ChoiceField(label=_("What"), choices=KINDS)
    name = forms.CharField(
        label=_("Name"),
        max_length=NAME_LENGTH,
        required=False,
        help_text=_("The room as it is called, or the name of the door, the stairs or the point. A way needs none."),
    )
    points = forms.CharField(
        label=_("Points"),
        max_length=LONGEST_NAME,
        help_text=_("Corners like 226,18 300,18 300,88. For a way: B3 > h1 > NE. For a calm room: its word."),
    )


class EraseForm(VersionForm):
    """One thing to take away."""

    kind = forms.ChoiceField(choices=KINDS, widget=forms.HiddenInput)
    name = forms.CharField(max_length=LONGEST_NAME, widget=forms.HiddenInput)


class DrawForm(VersionForm):
    """The whole drawing as text."""

    drawing = forms.CharField(
        label=_("The drawing, one thing a line"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": "16", "spellcheck": "false", "class": "mono"}),
    )


class BackgroundForm(VersionForm):
    """A picture to draw over."""

    file = forms.FileField(
        label=_("SVG, PNG, JPEG or WebP"),
        help_text=_("An SVG is cleaned: what could run, load or lead elsewhere is left out. An image is drawn anew."),
    )


class RestoreForm(VersionForm):
    """An earlier drawing."""

    number = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class TurnForm(VersionForm):
    """Withdraw a plan, or show it again."""

    move = forms.ChoiceField(choices=[("withdraw", "withdraw"), ("resume", "resume")])


class OutlineForm(VersionForm):
    """Where a campus lies."""

    outline = forms.CharField(
        label=_("Grounds and buildings, one a line"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": "12", "spellcheck": "false", "class": "mono"}),
        help_text=_("“outline:” or “building B:”, then corners as longitude and latitude in degrees."),
    )


def at_version(form: type[VersionForm], version: int, **options: Any) -> VersionForm:
    """A form of this version, not yet sent."""
    return form(version=version, **options)
