"""Templates, rotations, terms and files over HTTP."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core.permissions import require
from core.web.actor_view import ActorView, accepted, moved
from officers.api.shifts_in import (
    ChangeRotationIn,
    ChangeTemplateIn,
    FileIn,
    GenerateIn,
    JoinIn,
    LeaveRotationIn,
    RotationIn,
    TemplateIn,
)
from officers.api.shifts_out import MemberOut, PlannedOut, RotationOut, TemplateOut
from officers.selectors import rotations as selector
from officers.selectors.generation import Term
from officers.services import generation, rotations, shift_files, templates


class Templates(ActorView):
    """Shift templates."""

    def get(self, request: Request) -> Response:
        """All of them, those in use first."""
        found = selector.templates(self.actor(request))
        return Response({"results": TemplateOut(found, many=True).data})

    def post(self, request: Request) -> Response:
        """Make one."""
        require(self.actor(request), "template.keep")
        clean = accepted(TemplateIn(data=request.data))
        made = templates.make(actor=self.actor(request), **clean)
        return Response(TemplateOut(made).data, status=status.HTTP_201_CREATED)


class OneTemplate(ActorView):
    """One template."""

    def put(self, request: Request, pk: UUID) -> Response:
        """Change it."""
        found = selector.template(self.actor(request), pk)
        return Response(TemplateOut(moved(request, found, templates.change, ChangeTemplateIn)).data)


class Rotations(ActorView):
    """Rotations."""

    def get(self, request: Request) -> Response:
        """All of them, those in use first."""
        found = selector.rotations(self.actor(request))
        return Response({"results": RotationOut(found, many=True).data})

    def post(self, request: Request) -> Response:
        """Make one."""
        require(self.actor(request), "rotation.keep")
        clean = accepted(RotationIn(data=request.data))
        made = rotations.make(actor=self.actor(request), **clean)
        return Response(RotationOut(made).data, status=status.HTTP_201_CREATED)


class OneRotation(ActorView):
    """One rotation."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With who works it."""
        found = selector.rotation(self.actor(request), pk)
        members = selector.members(self.actor(request), found)
        return Response({**RotationOut(found).data, "members": MemberOut(members, many=True).data})

    def put(self, request: Request, pk: UUID) -> Response:
        """Change it."""
        found = selector.rotation(self.actor(request), pk)
        return Response(RotationOut(moved(request, found, rotations.change, ChangeRotationIn)).data)


class RotationMembers(ActorView):
    """Who works one rotation."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Add somebody."""
        found = selector.rotation(self.actor(request), pk)
        made = moved(request, found, rotations.join, JoinIn)
        return Response(MemberOut(made).data, status=status.HTTP_201_CREATED)


class LeaveRotation(ActorView):
    """One person in a rotation."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Give the last day."""
        found = selector.member(self.actor(request), pk)
        return Response(MemberOut(moved(request, found, rotations.leave, LeaveRotationIn)).data)


class TermPreview(ActorView):
    """What a term would make."""

    def post(self, request: Request) -> Response:
        """The dry run; it writes nothing."""
        require(self.actor(request), "shift.generate")
        clean = accepted(GenerateIn(data=request.data))
        return Response(_term(generation.preview(actor=self.actor(request), **clean)))


class GenerateTerm(ActorView):
    """The shifts of a term."""

    def post(self, request: Request) -> Response:
        """Make what can be made; a second time makes nothing twice."""
        require(self.actor(request), "shift.generate")
        clean = accepted(GenerateIn(data=request.data))
        return Response(_term(generation.generate(actor=self.actor(request), **clean)))


class CheckFile(ActorView):
    """A file of shifts, checked."""

    def post(self, request: Request) -> Response:
        """Every bad row by line; it writes nothing."""
        require(self.actor(request), "shift.import")
        content = accepted(FileIn(data=request.data))["content"].encode()
        return Response(_sheet(shift_files.check(actor=self.actor(request), content=content)))


class ImportFile(ActorView):
    """A file of shifts, imported."""

    def post(self, request: Request) -> Response:
        """All rows or none."""
        require(self.actor(request), "shift.import")
        content = accepted(FileIn(data=request.data))["content"].encode()
        return Response(_sheet(shift_files.load(actor=self.actor(request), content=content)))


def _term(found: Term) -> dict[str, Any]:
    return {
        "made": len(found.made),
        "existing": found.existing,
        "stopped": len(found.stopped),
        "places": PlannedOut(found.planned, many=True).data,
    }


def _sheet(sheet: shift_files.Sheet) -> dict[str, Any]:
    bad = [{"line": each.number, "column": each.column, "reason": each.reason} for each in sheet.bad]
    return {"planned": len(sheet.wanted), "existing": sheet.existing, "bad": bad}
