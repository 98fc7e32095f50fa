"""Duties and their forms over HTTP."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.moves import open_moves
from core.web.actor_view import ActorView, accepted, moved
from incidents.api.law_bodies import AnswersIn, AttemptIn, BeginFormIn, HandOutIn, StepIn
from incidents.doors.law import DUTY_MOVES, FORM_MOVES
from incidents.models import Duty, DutyAttempt, DutyStep, LegalForm
from incidents.selectors import duties as selector
from incidents.selectors import legal_forms as forms_of
from incidents.services import duty_steps, legal_forms


class ListIn(serializers.Serializer[Any]):
    """Which duties a list shows."""

    show = serializers.ChoiceField(choices=["open", "done"], default="open")


class DutyOut(serializers.ModelSerializer[Duty]):
    """One duty with its clock, who owes it, and what can be done now."""

    incident_number = serializers.CharField(source="incident.number")
    owner = serializers.SerializerMethodField()
    overdue = serializers.SerializerMethodField()
    held = serializers.SerializerMethodField()
    actions = serializers.SerializerMethodField()

    class Meta:
        model = Duty
        fields = [
            "id",
            "kind",
            "status",
            "incident",
            "incident_number",
            "record",
            "owner",
            "owner_role",
            "started_at",
            "due_at",
            "due_rule",
            "due_assumed",
            "clock",
            "warned",
            "overdue",
            "held",
            "satisfied_at",
            "effort",
            "late_reason",
            "waive_reason",
            "escalated_at",
            "version",
            "actions",
        ]

    def get_owner(self, duty: Duty) -> str:
        """By name or role; of a protected report nobody else learns who."""
        return selector.owner(self.context["actor"], duty)

    def get_overdue(self, duty: Duty) -> bool:
        """Whether its time has passed."""
        return selector.overdue(duty, clock.now())

    def get_held(self, duty: Duty) -> bool:
        """Whether the parents must not be told now."""
        return duty.held_at is not None

    def get_actions(self, duty: Duty) -> list[str]:
        """The names of the open moves that a person makes."""
        return [move.name for move in open_moves(duty, self.context["actor"]) if move.name in DUTY_MOVES]


class AttemptOut(serializers.ModelSerializer[DutyAttempt]):
    """One try to tell somebody."""

    class Meta:
        model = DutyAttempt
        fields = ["id", "party", "method", "outcome", "attempted_at", "reached_at", "by"]


class StepOut(serializers.ModelSerializer[DutyStep]):
    """One step that was done."""

    class Meta:
        model = DutyStep
        fields = ["id", "step", "done_at", "by", "expertise"]


class LegalFormOut(serializers.ModelSerializer[LegalForm]):
    """One form; its answers are asked for one by one."""

    template = serializers.CharField(source="template.slug")
    template_version = serializers.IntegerField(source="template.number")
    language = serializers.CharField(source="template.language")
    actions = serializers.SerializerMethodField()

    class Meta:
        model = LegalForm
        fields = [
            "id",
            "number",
            "duty",
            "status",
            "template",
            "template_version",
            "language",
            "signed_name",
            "signed_at",
            "sha256",
            "apprehended_at",
            "presented_at",
            "accepted",
            "decided_at",
            "refusal_reason",
            "custody_transferred_at",
            "version",
            "actions",
        ]

    def get_actions(self, form: LegalForm) -> list[str]:
        """The names of the open moves."""
        return [move.name for move in open_moves(form, self.context["actor"])]


class Duties(ActorView):
    """The duties that this person may see."""

    def get(self, request: Request) -> Response:
        """The most urgent first; `show=done` gives what is over."""
        asked = accepted(ListIn(data=request.query_params), request.query_params)
        rows = selector.listed(self.actor(request), asked["show"])
        return Response({"results": DutyOut(rows, many=True, context=self.context(request)).data})


class OneDuty(ActorView):
    """One duty."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With what is missing, its tries, steps and forms."""
        duty = selector.one(self.actor(request), pk)
        whole = selector.whole(self.actor(request), duty)
        said: dict[str, Any] = dict(DutyOut(duty, context=self.context(request)).data)
        said["missing"] = whole.missing
        said["attempts"] = AttemptOut(whole.attempts, many=True).data
        said["steps"] = StepOut(whole.steps, many=True).data
        said["forms"] = LegalFormOut(whole.forms, many=True, context=self.context(request)).data
        if whole.facility is not None:
            hold = whole.facility
            names = ("examined_by", "raw_end", "extended_end", "extended")
            said["facility_clock"] = {name: getattr(hold, name) for name in names}
        return Response(said)


class DutyMoves(ActorView):
    """Mark as done, explain, waive, release."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        service, body = self.door(request, DUTY_MOVES)
        return Response(DutyOut(moved(request, found, service, body), context=self.context(request)).data)


class DutyAttempts(ActorView):
    """Tries to tell somebody."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Keep one; sent again it is the same row."""
        found = selector.to_try(self.actor(request), pk, "duty.attempt")
        made = moved(request, found, duty_steps.attempt, AttemptIn)
        return Response(AttemptOut(made).data, status=status.HTTP_201_CREATED)


class DutySteps(ActorView):
    """Steps of a duty that has several."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Keep one; sent again it is the same row."""
        found = selector.to_try(self.actor(request), pk, "duty.step")
        made = moved(request, found, duty_steps.step, StepIn)
        return Response(StepOut(made).data, status=status.HTTP_201_CREATED)


class DutyForms(ActorView):
    """The forms of a duty."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Begin the form, or find the draft that was begun."""
        found = selector.to_try(self.actor(request), pk, "legal_form.begin")
        made = moved(request, found, legal_forms.begin, BeginFormIn)
        return Response(_whole(made, self.context(request)), status=status.HTTP_201_CREATED)


class OneLegalForm(ActorView):
    """One form."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With its answers, and the words that it stands under."""
        return Response(_whole(forms_of.one(self.actor(request), pk), self.context(request)))

    def put(self, request: Request, pk: UUID) -> Response:
        """Save a draft."""
        found = forms_of.to_try(self.actor(request), pk, "revise")
        return Response(_whole(moved(request, found, legal_forms.revise, AnswersIn), self.context(request)))


class LegalFormMoves(ActorView):
    """Sign, and the times at the facility."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = forms_of.one(self.actor(request), pk)
        service, body = self.door(request, FORM_MOVES)
        return Response(LegalFormOut(moved(request, found, service, body), context=self.context(request)).data)


class LegalFormPrint(ActorView):
    """The form on paper."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Log to whom it goes and why; the answer is the PDF."""
        found = forms_of.to_try(self.actor(request), pk, "print")
        _row, made = moved(request, found, legal_forms.hand_out, HandOutIn)
        return HttpResponse(made, content_type="application/pdf", headers={"Cache-Control": "no-store"})


def _whole(form: LegalForm, context: dict[str, Any]) -> dict[str, Any]:
    said = dict(LegalFormOut(form, context=context).data)
    return {**said, "answers": form.content, "words": form.template.content}
