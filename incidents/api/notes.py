"""Notes, files and names of an incident, over HTTP."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework import serializers, status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core.permissions import require
from core.web.actor_view import ActorView, accepted
from incidents.models import IncidentFile, IncidentNote, Subject
from incidents.notes_forms import EmptyIn, FileIn, NoteIn
from incidents.selectors import family
from incidents.selectors import incidents as cases
from incidents.selectors import notes as selector
from incidents.services import names, notes
from officers.views import answers


class NoteOut(serializers.ModelSerializer[IncidentNote]):
    """A note; `corrects` names the one whose place it takes."""

    by = serializers.CharField(source="by.name")

    class Meta:
        model = IncidentNote
        fields = ("id", "incident", "text", "by", "at", "corrects")


class FileOut(serializers.ModelSerializer[IncidentFile]):
    """What is known of a file; its bytes are at `files/<id>/`."""

    by = serializers.CharField(source="by.name")
    shows = serializers.CharField(source="label")
    name = serializers.CharField(source="file.name")
    media_type = serializers.CharField(source="file.media_type")
    size = serializers.IntegerField(source="file.size")

    class Meta:
        model = IncidentFile
        fields = ("id", "incident", "shows", "name", "media_type", "size", "by", "at")


class PersonOut(serializers.ModelSerializer[Subject]):
    """A person with the name that was asked for."""

    class Meta:
        model = Subject
        fields = ("id", "role", "name", "student_number", "grade", "is_minor", "description")


class Notes(ActorView):
    """The notes of an incident and of what was merged into it."""

    def get(self, request: Request, pk: UUID) -> Response:
        """The newest, the oldest of them first."""
        found = cases.one(self.actor(request), pk)
        return Response({"results": NoteOut(selector.notes(family.members(found)), many=True).data})

    def post(self, request: Request, pk: UUID) -> Response:
        """Write one."""
        found = cases.one(self.actor(request), pk)
        require(self.actor(request), "note.add", found)
        note = notes.add(found, actor=self.actor(request), **accepted(NoteIn(data=request.data)))
        return Response(NoteOut(note).data, status=status.HTTP_201_CREATED)


class Corrections(ActorView):
    """Correcting a note."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The correction is a note of its own; the first one stays."""
        note = selector.one(self.actor(request), pk)
        require(self.actor(request), "note.add", note.incident)
        done = notes.correct(note, actor=self.actor(request), **accepted(NoteIn(data=request.data)))
        return Response(NoteOut(done).data, status=status.HTTP_201_CREATED)


class Files(ActorView):
    """The files of an incident."""

    parser_classes = (MultiPartParser,)

    def get(self, request: Request, pk: UUID) -> Response:
        """What was handed in."""
        found = cases.one(self.actor(request), pk)
        return Response({"results": FileOut(selector.files(family.members(found)), many=True).data})

    def post(self, request: Request, pk: UUID) -> Response:
        """Keep one, sent as a form with `file` and `shows`."""
        found = cases.one(self.actor(request), pk)
        require(self.actor(request), "file.add", found)
        row = notes.attach_file(found, actor=self.actor(request), **accepted(FileIn(data=request.data)))
        return Response(FileOut(row).data, status=status.HTTP_201_CREATED)


class OneFile(ActorView):
    """The bytes of a file."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """To save, never to show: the browser runs nothing of it."""
        return answers.attachment(selector.content(self.actor(request), pk))


class Names(ActorView):
    """The people of an incident by name."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The names, and an entry in the ledger that they were shown to you."""
        found = cases.one(self.actor(request), pk)
        clean: dict[str, Any] = accepted(EmptyIn(data=request.data))
        people = names.show(found, actor=self.actor(request), **clean)
        return Response({"results": PersonOut(people, many=True).data})
