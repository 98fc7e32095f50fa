"""Door 2 of the clocks: the same names and bounds as `incidents.timers_forms`."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.console_vocabulary import TimerKind
from incidents.timers_forms import LONGEST_WORDS, MINUTES, SECONDS
from incidents.vocabulary import Nature, Priority


class AnswerIn(serializers.Serializer[Any]):
    """Nothing needs to be said."""


class AcknowledgeIn(serializers.Serializer[Any]):
    """What was heard."""

    words = serializers.CharField(max_length=LONGEST_WORDS, required=False, allow_blank=True, default="")


def _minutes() -> serializers.IntegerField:
    return serializers.IntegerField(min_value=MINUTES[0], max_value=MINUTES[1])


def _seconds() -> serializers.IntegerField:
    return serializers.IntegerField(min_value=SECONDS[0], max_value=SECONDS[1], default=60)


class RuleIn(serializers.Serializer[Any]):
    """A rule of the agency's own."""

    kind = serializers.ChoiceField(choices=TimerKind.choices)
    nature = serializers.ChoiceField(choices=Nature.choices, required=False, allow_blank=True, default="")
    priority = serializers.ChoiceField(choices=Priority.choices, required=False, allow_blank=True, default="")
    minutes = _minutes()
    answer_seconds = _seconds()
    active = serializers.BooleanField(default=True)


class ChangeRuleIn(VersionIn):
    """Other times for a rule."""

    minutes = _minutes()
    answer_seconds = _seconds()
    active = serializers.BooleanField(default=True)
