"""Door 2 of duties and their forms: the same names and bounds as `incidents.law_forms`."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.law_forms import LANGUAGES, LONGEST
from incidents.law_vocabulary import Attempted, Expertise, Party, Recipient, SpecialDay, StepKind, WaiveReason, Way


def _words(**options: Any) -> serializers.CharField:
    return serializers.CharField(max_length=LONGEST, **options)


def _moment() -> serializers.DateTimeField:
    return serializers.DateTimeField(required=False, allow_null=True, default=None)


class AttemptIn(serializers.Serializer[Any]):
    """One try to tell somebody."""

    party = serializers.ChoiceField(choices=Party.choices)
    method = serializers.ChoiceField(choices=Way.choices)
    outcome = serializers.ChoiceField(choices=Attempted.choices)
    attempted_at = serializers.DateTimeField()


class StepIn(serializers.Serializer[Any]):
    """A step that was done."""

    step = serializers.ChoiceField(choices=StepKind.choices)
    expertise = serializers.MultipleChoiceField(choices=Expertise.choices, default=set)


class SatisfyIn(VersionIn):
    """It is done; or it was tried in earnest, and how."""

    effort = _words(default="", allow_blank=True)
    late_reason = _words(default="", allow_blank=True)


class ExplainIn(VersionIn):
    """Why it is late."""

    late_reason = _words()


class WaiveIn(VersionIn):
    """Why it need not be done."""

    waive_reason = serializers.ChoiceField(choices=WaiveReason.choices)
    waive_note = _words(default="", allow_blank=True)


class ReleaseIn(VersionIn):
    """Why the parents may be told after all."""

    release_reason = _words()


class BeginFormIn(serializers.Serializer[Any]):
    """In which language the form is written."""

    language = serializers.ChoiceField(choices=LANGUAGES, default="en")


class AnswersIn(VersionIn):
    """The answers by the keys of the form's words."""

    answers = serializers.DictField()


class SignIn(VersionIn):
    """The typed name, and that it is true."""

    signed_name = serializers.CharField(max_length=80)
    confirmed = serializers.BooleanField(default=False)


class StampIn(VersionIn):
    """What happened at the facility."""

    apprehended_at = _moment()
    presented_at = _moment()
    accepted = serializers.BooleanField(required=False, allow_null=True, default=None)
    decided_at = _moment()
    refusal_reason = serializers.CharField(max_length=200, default="", allow_blank=True)
    custody_transferred_at = _moment()


class HandOutIn(serializers.Serializer[Any]):
    """To whom the form goes, and why."""

    recipient = serializers.ChoiceField(choices=Recipient.choices)
    purpose = serializers.CharField(max_length=120)


class TemplateDraftIn(serializers.Serializer[Any]):
    """A new version, and the one whose words it begins with."""

    based_on = serializers.CharField(max_length=40)
    title = serializers.CharField(max_length=120)
    source_note = serializers.CharField(max_length=200, default="", allow_blank=True)


class TemplateReviseIn(VersionIn):
    """The words of a draft."""

    title = serializers.CharField(max_length=120)
    source_note = serializers.CharField(max_length=200, default="", allow_blank=True)
    confirm_with_counsel = serializers.BooleanField(default=True)
    content = serializers.JSONField()


class ActivateIn(VersionIn):
    """From which day on."""

    effective_from = serializers.DateField()


class TermIn(serializers.Serializer[Any]):
    """A stretch of school."""

    name = serializers.CharField(max_length=60)
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    opens_at = serializers.TimeField()
    closes_at = serializers.TimeField()


class DayIn(serializers.Serializer[Any]):
    """A day unlike others."""

    day = serializers.DateField()
    kind = serializers.ChoiceField(choices=SpecialDay.choices)
    name = serializers.CharField(max_length=60)
    closes_at = serializers.TimeField(required=False, allow_null=True, default=None)


class EmptyIn(serializers.Serializer[Any]):
    """One call says it all."""


class ExportIn(serializers.Serializer[Any]):
    """Which days a state report covers."""

    first_day = serializers.DateField()
    last_day = serializers.DateField()
    reporting_period = serializers.CharField(max_length=4)
