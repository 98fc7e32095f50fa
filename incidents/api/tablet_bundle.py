"""What a tablet keeps of the own assignments, so that they are readable without a signal. Fields are explicit."""

from datetime import datetime
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.moves import open_moves
from core.web.actor_view import ActorView, accepted
from incidents.models import Assignment, Incident
from incidents.selectors import assignments, tablet
from incidents.selectors.plans_of_care import Guidance
from incidents.selectors.tablet import Scene
from incidents.views.tablet_words import ended


class NothingIn(serializers.Serializer[Any]):
    """No parameters."""


class IncidentBundle(serializers.ModelSerializer[Incident]):
    """Where and what; no address, no name."""

    nature = serializers.CharField(source="get_nature_display")
    place = serializers.SerializerMethodField()
    door = serializers.CharField(source="room.nearest_door", default="")
    directions = serializers.CharField(source="room.directions", default="")

    class Meta:
        model = Incident
        fields = ("id", "number", "nature", "priority", "place", "door", "directions", "received_at")

    def get_place(self, incident: Incident) -> str:
        """Campus and room in one line."""
        inside = incident.room.name if incident.room else incident.place_text
        return ", ".join(part for part in (incident.campus.name, inside) if part)


class FactBundle(serializers.Serializer[Any]):
    """One answer of the dispatcher's script, with who told it."""

    topic = serializers.CharField()
    answer = serializers.CharField(allow_null=True)
    who = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True)
    alarming = serializers.BooleanField()


class UnitBundle(serializers.Serializer[Any]):
    """Who is on it."""

    unit = serializers.CharField()
    status = serializers.CharField()
    cit = serializers.BooleanField(source="cit_when_sent")


class Bundle(ActorView):
    """The officer's own tablet in one answer."""

    def get(self, request: Request) -> Response:
        """Unit, shift, certification and the assignments that are going on."""
        accepted(NothingIn(data={}), request.query_params)
        actor, at = self.actor(request), clock.now()
        mine = assignments.head(actor, at)
        parts = [mine.assignment] if mine.assignment else []
        return Response(
            {
                "unit": mine.officer.call_sign,
                "shift": _shift(mine),
                "card": {"cit": mine.cit, "until": mine.cit_until},
                "assignments": [_part(tablet.scene(actor, part, at), self.context(request)) for part in parts],
                "server_time": at,
            }
        )


def _shift(mine: assignments.Head) -> dict[str, Any] | None:
    shift = mine.next_shift
    return {"starts_at": shift.starts_at, "ends_at": shift.ends_at} if shift else None


def _part(scene: Scene, context: dict[str, Any]) -> dict[str, Any]:
    part = scene.part
    plan = scene.plans[0] if scene.plans else None
    return {
        "id": part.pk,
        "version": part.version,
        "status": part.status,
        "times": _times(part),
        "actions": [move.name for move in open_moves(part, context["actor"])],
        "incident": IncidentBundle(part.incident).data,
        "facts": FactBundle(scene.facts, many=True).data,
        "caution": next((plan.caution for plan in scene.plans if plan.caution), ""),
        "plan": _plan(plan) if plan else None,
        "units": UnitBundle(scene.units, many=True).data,
        "contacts": {"count": scene.contacts.count, "last_result": ended(scene.contacts)},
        "checks": [_check(scene)] if scene.check else [],
        "requests": [{"what": row.what, "at": row.at, "done_at": row.done_at} for row in scene.requests],
    }


def _times(part: Assignment) -> dict[str, datetime | None]:
    names = ("dispatched_at", "acknowledged_at", "en_route_at", "on_scene_at", "clear_at")
    return {name: getattr(part, name) for name in names}


def _plan(plan: Guidance) -> dict[str, Any]:
    return {
        "expired": plan.expired,
        "reviewed_on": plan.reviewed_on,
        "written_by": plan.written_by,
        "caution": plan.caution,
        "helps": list(plan.helps_list) or [text for text in [plan.helps] if text],
        "avoid": list(plan.avoid_list) or [text for text in [plan.avoid] if text],
    }


def _check(scene: Scene) -> dict[str, Any]:
    check = scene.check
    return {"id": check.pk, "stage": check.stage, "next_at": check.next_at} if check else {}
