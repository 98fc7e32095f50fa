"""The roster over HTTP: the same selectors and services as the pages."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.actors import Actor
from core.permissions import require
from core.web.actor_view import ActorView, accepted, moved
from core.web.query import parse
from officers.api import roster_in as bodies
from officers.api.roster_out import listed_out, officer_out, plan_out, restriction_out
from officers.doors.roster import MOVES
from officers.forms.roster import RosterQuery
from officers.models import Officer
from officers.selectors import roster as selector
from officers.selectors.crisis import crisis_status
from officers.services import restrictions, roster, roster_export, roster_import
from officers.views.answers import csv_file


class Officers(ActorView):
    """The roster."""

    def get(self, request: Request) -> Response:
        """The page that was asked for, and the whole roster in numbers."""
        actor = self.actor(request)
        require(actor, "officer.list")
        asked = parse(request._request.GET, partial(RosterQuery, actor=actor))
        found = selector.listed(actor, asked, clock.now())
        pages = {"page": found.page.number, "pages": found.page.paginator.num_pages, "counts": found.counts}
        return Response({"results": [listed_out(officer) for officer in found.page], **pages})

    def post(self, request: Request) -> Response:
        """Put somebody on the roster."""
        actor = self.actor(request)
        require(actor, "officer.enroll")
        clean = accepted(bodies.PersonIn(data=request.data, context=self.context(request)))
        made = roster.enroll(actor=actor, **clean)
        return Response(_whole(made.pk, actor), status=status.HTTP_201_CREATED)


class OneOfficer(ActorView):
    """One person of the roster."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As far as the caller may know them."""
        return Response(_whole(pk, self.actor(request)))

    def patch(self, request: Request, pk: UUID) -> Response:
        """Change what is given."""
        found = selector.one_to(self.actor(request), pk, "officer.update")
        moved(request, found, roster.update, bodies.ChangePersonIn)
        return Response(_whole(pk, self.actor(request)))


class OfficerMoves(ActorView):
    """Deactivate and reactivate."""

    def post(self, request: Request, pk: UUID) -> Response:
        """{move, version, and its day}."""
        found = selector.one_to(self.actor(request), pk, "officer.deactivate")
        service, body = self.door(request, MOVES)
        moved(request, found, service, body)
        return Response(_whole(pk, self.actor(request)))


class Photo(ActorView):
    """The photo of a person, sent as a form with a file."""

    parser_classes = (MultiPartParser,)

    def put(self, request: Request, pk: UUID) -> Response:
        """Keep it."""
        found = selector.one_to(self.actor(request), pk, "officer.photograph")
        moved(request, found, roster.photograph, bodies.PhotoIn)
        return Response(_whole(pk, self.actor(request)))


class Restrictions(ActorView):
    """What somebody must not be sent to."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As far as the caller may know it."""
        actor = self.actor(request)
        found = selector.restrictions(actor, selector.one(actor, pk))
        return Response({"results": [restriction_out(each) for each in found]})

    def post(self, request: Request, pk: UUID) -> Response:
        """One more."""
        found = selector.one_to(self.actor(request), pk, "officer.restrict")
        made = moved(request, found, restrictions.restrict, bodies.RestrictIn)
        return Response(restriction_out(made), status=status.HTTP_201_CREATED)


class Lift(ActorView):
    """A restriction counts no longer."""

    def post(self, request: Request, pk: UUID) -> Response:
        """From now on."""
        actor = self.actor(request)
        found = selector.restriction_to(actor, pk, "officer.lift_restriction")
        return Response(restriction_out(restrictions.lift(found, actor=actor)))


class Look(ActorView):
    """What a roster file would change; nothing is written."""

    def post(self, request: Request) -> Response:
        """{csv}. With no bad row, the digest is what Take asks for."""
        require(self.actor(request), "officer.import")
        content = accepted(bodies.LookIn(data=request.data))["csv"].encode()
        plan = roster_import.check(content, actor=self.actor(request))
        return Response({**plan_out(plan), "digest": "" if plan.bad else plan.digest(content)})


class Take(ActorView):
    """A roster file is taken, whole or not at all."""

    def post(self, request: Request) -> Response:
        """{csv, digest}."""
        require(self.actor(request), "officer.import")
        clean = accepted(bodies.TakeIn(data=request.data))
        content = clean["csv"].encode()
        return Response(plan_out(roster_import.run(content, actor=self.actor(request), digest=clean["digest"])))


class Export(ActorView):
    """The roster as a file that the import takes back."""

    def get(self, request: Request) -> HttpResponse:
        """The people that the list would show."""
        actor = self.actor(request)
        require(actor, "officer.export")
        asked = parse(request._request.GET, partial(RosterQuery, actor=actor))
        return csv_file(roster_export.export(asked, actor=actor), "roster.csv")


def _whole(pk: UUID, actor: Actor) -> dict[str, object]:
    found: Officer = selector.one(actor, pk)
    return officer_out(found, selector.given_roles(found), crisis_status(found.user_id, clock.now()), actor)
