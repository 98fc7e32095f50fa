"""Taking calls over HTTP: drafts, the agency's codes, and logging and sending in one step."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, accepted
from core.web.idempotency import IdempotencyKeyField
from incidents.api.output import AssignmentOut, CallOut, IncidentOut
from incidents.api.serializers import OfficerField
from incidents.intake_script import answered
from incidents.intake_typed import LENGTHS, OFFICERS, SUBJECTS
from incidents.models import Draft
from incidents.record_vocabulary import Grade, PersonRole
from incidents.selectors import incidents as cases
from incidents.selectors import intake as selector
from incidents.selectors import scripts
from incidents.selectors.intake_where import where
from incidents.services import intake, intake_drafts
from incidents.shown import LONGEST
from incidents.vocabulary import OVERRIDES, CallerRole, CitUnavailable, Nature, Origin, Via
from officers.vocabulary import Language


def _text(name: str) -> serializers.CharField:
    return serializers.CharField(max_length=LENGTHS[name], allow_blank=True, default="")


def _choice(choices: Any, default: str = "") -> serializers.ChoiceField:
    return serializers.ChoiceField(choices=choices, allow_blank=not default, default=default)


class PersonIn(serializers.Serializer[Any]):
    """One person the call is about."""

    name = serializers.CharField(max_length=80, allow_blank=True, default="")
    description = serializers.CharField(max_length=200, allow_blank=True, default="")
    grade = _choice(Grade.choices)
    role = _choice(PersonRole.choices)


class IntakeIn(serializers.Serializer[Any]):
    """A whole call; `place` is a key of the place finder, and without it `place_text` is resolved or kept in words."""

    client_key = IdempotencyKeyField()
    place = _text("place")
    place_text = _text("place_text")
    extension = _text("extension")
    nature = serializers.ChoiceField(choices=Nature.choices)
    received_via = _choice(Via.choices, Via.DISTRICT_PHONE.value)
    caller_role = _choice(CallerRole.choices)
    caller_name = _text("caller_name")
    callback = _text("callback")
    language_needed = _choice([(value, label) for value, label in Language.choices if value != Language.ENGLISH])
    said = _text("said")
    origin = _choice(Origin.choices, Origin.CALL.value)
    scheduled_for = serializers.DateTimeField(allow_null=True, default=None)
    answers = serializers.DictField(child=serializers.CharField(max_length=64), default=dict)
    subjects = serializers.ListField(child=PersonIn(), max_length=SUBJECTS, default=list)
    officers = serializers.ListField(child=OfficerField(), max_length=OFFICERS, default=list)
    cit_unavailable_reason = _choice(CitUnavailable.choices)
    override_reason = _choice(OVERRIDES)
    override_note = _text("override_note")
    shown = serializers.CharField(max_length=LONGEST, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The place by key or by words, and only answers that the script offers."""
        actor = self.context["actor"]
        script = scripts.active(actor.agency_id)
        wrong = attrs["answers"].keys() - answered(attrs["answers"], script).keys()
        if wrong:
            raise serializers.ValidationError({"answers": sorted(wrong)})
        return {**attrs, "place": where(actor, attrs["place"], attrs["place_text"])}


class TakeIn(serializers.Serializer[Any]):
    """A new draft; `client_key` is the header Idempotency-Key, and the later call carries the same."""

    client_key = IdempotencyKeyField()
    typed = serializers.DictField(default=dict)


class SaveIn(serializers.Serializer[Any]):
    """One saving; a step that is not above the last one is left out."""

    step = serializers.IntegerField(min_value=1, max_value=1_000_000_000)
    typed = serializers.DictField()


class DraftOut(serializers.ModelSerializer[Draft]):
    """A call being taken, for whoever takes it."""

    class Meta:
        model = Draft
        fields = ("id", "client_key", "answered_at", "typed", "step", "saved_at", "ended_at", "ended_as", "incident")


class Drafts(ActorView):
    """The caller's own open drafts."""

    def get(self, request: Request) -> Response:
        """The first answered first."""
        return Response({"results": DraftOut(selector.drafts(self.actor(request)), many=True).data})

    def post(self, request: Request) -> Response:
        """Begin to take a call; the same Idempotency-Key answers the draft already begun."""
        selector.may_take(self.actor(request))
        clean = accepted(TakeIn(data=_keyed(request)))
        draft = intake_drafts.take(actor=self.actor(request), **clean)
        return Response(DraftOut(draft).data, status=status.HTTP_201_CREATED)


class OneDraft(ActorView):
    """One draft of the caller's own."""

    def get(self, request: Request, pk: UUID) -> Response:
        """What is typed so far."""
        return Response(DraftOut(selector.draft(self.actor(request), pk)).data)

    def put(self, request: Request, pk: UUID) -> Response:
        """Save all that is typed; the answer says which saving counts now."""
        draft = selector.draft(self.actor(request), pk)
        saved = intake_drafts.save(draft, actor=self.actor(request), **accepted(SaveIn(data=request.data)))
        return Response(DraftOut(saved).data)


class Discards(ActorView):
    """Drafts of calls that were none."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Empty the draft and end it."""
        draft = selector.draft(self.actor(request), pk)
        return Response(DraftOut(intake_drafts.discard(draft, actor=self.actor(request))).data)


class Intake(ActorView):
    """Logging and sending in one step."""

    def post(self, request: Request) -> Response:
        """Log the call and send the named officers, or neither; the same Idempotency-Key answers the first result."""
        selector.may_take(self.actor(request))
        clean = accepted(IntakeIn(data=_keyed(request), context=self.context(request)))
        call = intake.log_and_send(clean.pop("place"), actor=self.actor(request), **clean)
        incident = cases.one(self.actor(request), call.incident_id)
        body = {
            "call": CallOut(call).data,
            "incident": IncidentOut(incident, context=self.context(request)).data,
            "assignments": AssignmentOut(
                cases.units(self.actor(request), incident), many=True, context=self.context(request)
            ).data,
        }
        return Response(body, status=status.HTTP_201_CREATED)


class Natures(ActorView):
    """The agency's codes and the words that point at each nature."""

    def get(self, request: Request) -> Response:
        """By code."""
        found = selector.codes(self.actor(request))
        rows = [{"code": each.code, "nature": each.nature, "label": each.label, "words": each.words} for each in found]
        return Response({"results": rows})


def _keyed(request: Request) -> Any:
    typed = request.data
    if isinstance(typed, Mapping):
        return {**typed, "client_key": request.headers.get("Idempotency-Key")}
    return typed
