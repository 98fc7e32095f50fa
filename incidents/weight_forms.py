"""Doors of the weights: what the page and the API accept, with the same bounds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from core.web.versions import VersionForm, VersionIn
from incidents.ranking.weights import bounds


def _number(name: str, label: Any, text: Any) -> forms.IntegerField:
    least, most = bounds(name)
    return forms.IntegerField(label=label, help_text=text, min_value=least, max_value=most)


def _whole(name: str) -> serializers.IntegerField:
    least, most = bounds(name)
    return serializers.IntegerField(min_value=least, max_value=most)


class WeightsForm(VersionForm):
    """Minutes that a circumstance is worth, and the hours from which three of them count."""

    unknown_distance = _number(
        "unknown_distance", _("Distance unknown (minutes)"), _("Counted where nobody knows how far a unit is.")
    )
    language = _number(
        "language", _("Speaks the language (minutes)"), _("How much farther a unit may be that speaks it.")
    )
    skill = _number("skill", _("Each matching skill (minutes)"), _("How much farther a unit may be that is trained."))
    cit = _number(
        "cit",
        _("CIT officer where none is required (minutes)"),
        _("Where one is required, CIT officers come first in any case."),
    )
    crisis_call = _number(
        "crisis_call",
        _("Each crisis call this shift (minutes)"),
        _("Counts against a unit, so that the load is shared."),
    )
    long_duty = _number("long_duty", _("Long on duty (minutes)"), _("Counts against a unit that has worked for long."))
    long_duty_hours = _number("long_duty_hours", _("Long means at least (hours)"), _("Hours since the shift began."))
    short_rest = _number("short_rest", _("Short rest (minutes)"), _("Counts against a unit that rested too little."))
    short_rest_hours = _number(
        "short_rest_hours", _("Short means less than (hours)"), _("Hours between the last shift and this one.")
    )
    stale_place = _number(
        "stale_place", _("Place known long ago (minutes)"), _("Counts against a unit that may be elsewhere by now.")
    )
    stale_place_hours = _number(
        "stale_place_hours",
        _("Long ago means at least (hours)"),
        _("Hours since the shift began or the last arrival."),
    )


class WeightsIn(VersionIn):
    """The same as a body."""

    unknown_distance = _whole("unknown_distance")
    language = _whole("language")
    skill = _whole("skill")
    cit = _whole("cit")
    crisis_call = _whole("crisis_call")
    long_duty = _whole("long_duty")
    long_duty_hours = _whole("long_duty_hours")
    short_rest = _whole("short_rest")
    short_rest_hours = _whole("short_rest_hours")
    stale_place = _whole("stale_place")
    stale_place_hours = _whole("stale_place_hours")


def drawn(form: WeightsForm) -> list[Any]:
    """The fields that the page draws; the version is hidden."""
    return [form[name] for name in form.fields if name != "version"]
