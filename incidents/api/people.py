"""People over HTTP: the search, one person, guardians, holds, merges, and who looked."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.errors import Forbidden
from core.permissions import require
from core.web.actor_view import ActorView, accepted, moved
from incidents.api import people_bodies as bodies
from incidents.models import Person
from incidents.people_vocabulary import Act
from incidents.selectors import people as selector
from incidents.selectors import people_search
from incidents.services import people_access, people_facts, people_keeping, people_merge


class LooksAt(serializers.Serializer[Any]):
    """Which stream, and which page of it."""

    of = serializers.ChoiceField(choices=["children", "adults"], default="children")
    page = serializers.IntegerField(min_value=1, max_value=10_000, default=1)


class Search(ActorView):
    """Looking for somebody outside an incident."""

    def post(self, request: Request) -> Response:
        """At most twenty, and whether there are more; the reason is kept."""
        actor = self.actor(request)
        require(actor, "person.search")
        asked = accepted(bodies.SearchIn(data=request.data))
        reason = asked.pop("reason")
        found = people_search.search(actor, **asked)
        people_access.note([one.pk for one in found.people], actor=actor, act=Act.SEARCHED, reason=reason)
        return Response({"results": bodies.FoundOut(found.people, many=True).data, "more": found.more})


class OnePerson(ActorView):
    """What is known of a person."""

    def get(self, request: Request, pk: UUID) -> Response:
        """All of it with guardians and contacts; outside one's own work a reason comes first, see `reasons/`."""
        actor = self.actor(request)
        found = selector.one(actor, pk)
        if not people_access.opens(found, actor=actor, own=selector.own_work(actor, found)):
            raise Forbidden(_("Send a reason first."))
        return Response(_whole(found))

    def put(self, request: Request, pk: UUID) -> Response:
        """Change what is known: the whole of it, with the version that was read."""
        found = selector.to_try(self.actor(request), pk, "person.revise")
        return Response(bodies.PersonOut(moved(request, found, people_facts.revise, bodies.PersonIn)).data)


class Reasons(ActorView):
    """Saying why."""

    def post(self, request: Request, pk: UUID) -> Response:
        """For half an hour the person can be read."""
        found = selector.one(self.actor(request), pk)
        moved(request, found, people_access.give_reason, bodies.ReasonIn)
        return Response(_whole(found))


class Guardians(ActorView):
    """Who looks after a person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Add one."""
        found = selector.to_try(self.actor(request), pk, "person.revise")
        made = moved(request, found, people_facts.add_guardian, bodies.GuardianIn)
        return Response(bodies.GuardianOut(made).data, status=status.HTTP_201_CREATED)


class GuardianEnd(ActorView):
    """They no longer look after the person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The row stays."""
        found = selector.guardian(self.actor(request), pk)
        return Response(bodies.GuardianOut(moved(request, found, people_facts.end_guardian, bodies.EmptyIn)).data)


class Hold(ActorView):
    """A legal hold."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Neither merged nor taken apart while it lasts."""
        found = selector.to_try(self.actor(request), pk, "person.hold")
        return Response(bodies.PersonOut(moved(request, found, people_keeping.hold, bodies.ReasonIn)).data)


class Release(ActorView):
    """The end of a legal hold."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The hold is over."""
        found = selector.to_try(self.actor(request), pk, "person.hold")
        return Response(bodies.PersonOut(moved(request, found, people_keeping.release, bodies.EmptyIn)).data)


class Conflict(ActorView):
    """Being too near to a person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """From now on this person does not exist for the caller."""
        moved(request, selector.one(self.actor(request), pk), people_keeping.declare_conflict, bodies.EmptyIn)
        return Response(status=status.HTTP_204_NO_CONTENT)


class Merges(ActorView):
    """Two rows of one person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The person of the address goes on; what belongs to the other goes on with it."""
        found = selector.to_try(self.actor(request), pk, "person.merge")
        done = moved(request, found, people_merge.merge, bodies.MergeIn)
        return Response(bodies.MergeOut(done).data, status=status.HTTP_201_CREATED)


class OneMerge(ActorView):
    """A merge, and what came after it."""

    def get(self, request: Request, pk: UUID) -> Response:
        """`later` holds the keys that can go along when it is undone."""
        found = selector.merge(self.actor(request), pk)
        later = {} if found.undone_at else people_merge.later(found)
        return Response({**bodies.MergeOut(found).data, "later": later})


class Undo(ActorView):
    """Taking a merge apart."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Everything that moved goes back."""
        found = selector.merge(self.actor(request), pk)
        return Response(bodies.MergeOut(moved(request, found, people_merge.unmerge, bodies.UnmergeIn)).data)


class Looks(ActorView):
    """Who looked."""

    def get(self, request: Request) -> Response:
        """One page of a stream: children, or adults."""
        actor = self.actor(request)
        require(actor, "person.audit")
        asked = accepted(LooksAt(data=request.query_params.dict()), request.query_params)
        rows, more = selector.looks(actor, asked["of"], asked["page"])
        return Response({"results": bodies.LookOut(rows, many=True).data, "more": more})


def _whole(found: Person) -> dict[str, Any]:
    contacts = selector.contacts_of(found, clock.now())
    return {
        **bodies.PersonOut(found).data,
        "guardians": bodies.GuardianOut(found.guardians.all(), many=True).data,
        "juvenile": selector.juvenile(found),
        "contacts": {
            "count_12m": contacts.count_12m,
            "last_on": contacts.last_on,
            "last_result": str(contacts.last_result),
        },
    }
