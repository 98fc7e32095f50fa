"""What a tablet can say, each kind with the body it takes. Append-only kinds never conflict."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework import serializers

from incidents.api.record_serializers import RecordIn
from incidents.care_vocabulary import SuggestionKind
from incidents.field_vocabulary import Wanted
from incidents.models.notes import LONGEST
from incidents.record_forms import RecordForm
from incidents.record_vocabulary import Force, Outcome, PersonRole, Technique

TEXT = 400
LONGEST_PAGE = 200_000
MOVES = ("start", "arrive", "clear", "unstart", "unarrive", "unclear")
Body = type[serializers.Serializer[Any]]


class NoteIn(serializers.Serializer[Any]):
    """A note."""

    text = serializers.CharField(max_length=LONGEST)


class StatusIn(serializers.Serializer[Any]):
    """A step of the own assignment, or one step back."""

    assignment = serializers.UUIDField()
    move = serializers.ChoiceField(choices=MOVES)


class AcknowledgeIn(serializers.Serializer[Any]):
    """The own assignment that was read."""

    assignment = serializers.UUIDField()


class EmptyIn(serializers.Serializer[Any]):
    """Nothing needs to be said."""


def _words(most: int) -> serializers.CharField:
    return serializers.CharField(max_length=most, required=False, allow_blank=True, default="")


class TechniqueIn(serializers.Serializer[Any]):
    """A technique, and what it did."""

    technique = serializers.ChoiceField(choices=Technique.choices)
    effect = _words(TEXT)


class ForceIn(serializers.Serializer[Any]):
    """The level of force."""

    force = serializers.ChoiceField(choices=Force.choices)
    text = _words(TEXT)


class OutcomeIn(serializers.Serializer[Any]):
    """How it should end, as the officer sees it."""

    outcome = serializers.ChoiceField(choices=Outcome.choices)


class AskIn(serializers.Serializer[Any]):
    """What the desk is asked for."""

    what = serializers.ChoiceField(choices=[one for one in Wanted.choices if one[0] != Wanted.HELP])
    text = _words(TEXT)


class HelpIn(serializers.Serializer[Any]):
    """A call for help needs no words."""

    text = _words(TEXT)


class CheckInIn(serializers.Serializer[Any]):
    """All is well, or not."""

    ok = serializers.BooleanField()
    words = _words(TEXT)


class SuggestionIn(serializers.Serializer[Any]):
    """What a response plan should say."""

    plan = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=SuggestionKind.choices)
    text = serializers.CharField(max_length=LONGEST)


class DraftIn(serializers.Serializer[Any]):
    """Answers of the record; the first draft says whose record it is by their role."""

    record = serializers.UUIDField(required=False)
    subject_role = serializers.ChoiceField(choices=PersonRole.choices, default=PersonRole.STUDENT)
    answers = serializers.DictField(default=dict)
    page = serializers.CharField(required=False, max_length=LONGEST_PAGE)

    def validate_answers(self, value: dict[str, Any]) -> dict[str, Any]:
        """As the record's own address takes them; its version is in the header here."""
        body = RecordIn(data={**value, "version": 1})
        foreign = set(value) - set(body.fields)
        if foreign:
            raise serializers.ValidationError(_("Not part of the record: %(names)s.") % {"names": ", ".join(foreign)})
        body.is_valid(raise_exception=True)
        return {name: answer for name, answer in body.validated_data.items() if name != "version"}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the tap page sends is read as the page's own address reads it."""
        page = attrs.pop("page", None)
        return {**attrs, "answers": {**attrs["answers"], **_of_page(page)}} if page else attrs


def _of_page(page: str) -> dict[str, Any]:
    sent = QueryDict(page, mutable=True)
    if not sent.get("asked", "").split():
        # Without the names of what is asked, all that is not there would be taken as taken back.
        raise serializers.ValidationError({"page": _("Say which questions are answered.")})
    sent["version"] = "1"
    form = RecordForm(sent, version=1)
    if not form.is_valid():
        raise serializers.ValidationError({name: [str(told[0])] for name, told in form.errors.items()})
    return {name: answer for name, answer in form.cleaned_data.items() if name != "version"}


class WithdrawalIn(serializers.Serializer[Any]):
    """The key of the refused entry that is given up."""

    entry = serializers.UUIDField()


def _always(data: Mapping[str, Any]) -> bool:
    return True


def _of_a_record(data: Mapping[str, Any]) -> bool:
    return "record" in data


def _never(data: Mapping[str, Any]) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its body, and whether it changes something that may have moved on meanwhile (then If-Match is asked)."""

    name: str
    body: Body
    needs_version: Callable[[Mapping[str, Any]], bool] = _never


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("note", NoteIn),
        Kind("acknowledge", AcknowledgeIn),
        Kind("technique", TechniqueIn),
        Kind("contact_made", EmptyIn),
        Kind("arrival", EmptyIn),
        Kind("force_used", ForceIn),
        Kind("proposed_disposition", OutcomeIn),
        Kind("check_in", CheckInIn),
        Kind("help", HelpIn),
        Kind("ask", AskIn),
        Kind("plan_suggestion", SuggestionIn),
        Kind("withdrawal", WithdrawalIn),
        Kind("record_draft", DraftIn, _of_a_record),
        Kind("status", StatusIn, _always),
    )
}
