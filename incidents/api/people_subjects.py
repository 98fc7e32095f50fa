"""Who somebody of an incident is, over HTTP."""

from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.web.actor_view import ActorView, accepted, moved
from incidents.api import people_bodies as bodies
from incidents.people_vocabulary import Act
from incidents.selectors import people as selector
from incidents.selectors import people_search
from incidents.services import people, people_access, subjects


class Suggestions(ActorView):
    """Who it may be."""

    def get(self, request: Request, pk: UUID) -> Response:
        """The surest first, each with its band, score and signs; that they were seen is kept."""
        actor = self.actor(request)
        found = selector.subject(actor, pk, "subject.link")
        rows = people_search.suggestions(actor, found, clock.now())
        keys = [one.person.pk for one in rows]
        people_access.note(keys, actor=actor, act=Act.SUGGESTED, incident=found.incident)
        said = [
            {
                "person": bodies.FoundOut(one.person).data,
                "band": one.match.band,
                "score": one.match.score,
                "signs": one.match.signs,
            }
            for one in rows
        ]
        return Response({"results": said})


class SubjectSearch(ActorView):
    """A search for somebody of an incident."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Children too; that they were shown is kept with the incident."""
        actor = self.actor(request)
        found = selector.subject(actor, pk, "subject.link")
        results = people_search.search_for(actor, found, **accepted(bodies.FindIn(data=request.data)))
        keys = [one.pk for one in results.people]
        people_access.note(keys, actor=actor, act=Act.SEARCHED, incident=found.incident)
        return Response({"results": bodies.FoundOut(results.people, many=True).data, "more": results.more})


class Link(ActorView):
    """Saying who it is."""

    def post(self, request: Request, pk: UUID) -> Response:
        """One whom the caller was shown a moment ago."""
        found = selector.subject(self.actor(request), pk, "subject.link")
        done = moved(request, found, people.link, bodies.LinkIn)
        return Response({"id": done.pk, "person": done.person_id}, status=status.HTTP_201_CREATED)


class NewPerson(ActorView):
    """Entering somebody."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Entered and linked."""
        found = selector.subject(self.actor(request), pk, "subject.link")
        made = moved(request, found, people.create, bodies.NewPersonIn)
        return Response(bodies.FoundOut(made).data, status=status.HTTP_201_CREATED)


class Unlink(ActorView):
    """Taking it back."""

    def post(self, request: Request, pk: UUID) -> Response:
        """With a reason."""
        found = selector.subject(self.actor(request), pk, "subject.link")
        moved(request, found, people.unlink, bodies.ReasonIn)
        return Response(status=status.HTTP_204_NO_CONTENT)


class Facts(ActorView):
    """What became known at the incident."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Birth date or estimated age, and whether an interpreter helped."""
        found = selector.subject(self.actor(request), pk, "subject.describe")
        done = moved(request, found, subjects.describe, bodies.EncounterIn)
        return Response({"id": done.pk, "is_minor": done.is_minor})
