"""De-escalation records over HTTP."""

from uuid import UUID

from django.http import HttpResponse
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, accepted, moved
from incidents.api.record_serializers import AmendmentOut, OfficerOut, RecordFileOut, RecordIn, RecordOut, SubjectIn
from incidents.doors.record import AMEND, AMENDMENT_MOVES, CONFIRM, POLICY, RECORD_MOVES
from incidents.encounter import described
from incidents.models import DeescalationRecord, RecordPolicy
from incidents.notes_forms import FileIn
from incidents.selectors import incidents as cases
from incidents.selectors import record_policy, record_reading
from incidents.selectors import records as selector
from incidents.services import record_files, records
from officers.views import answers


class RecordForm(ActorView):
    """The sections of the record, in the caller's language."""

    def get(self, request: Request) -> Response:
        """Everything that a tablet needs to draw the record without asking again."""
        record_reading.may_write(self.actor(request))
        return Response(described.form())


class Records(ActorView):
    """Beginning a record of an incident."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The author's record of a person; a second attempt answers the first."""
        incident = cases.one(self.actor(request), pk)
        selector.own_or_refuse(self.actor(request), incident)
        begun = moved(request, incident, records.begin, SubjectIn)
        return Response(_whole(self, request, begun), status=status.HTTP_201_CREATED)


class OneRecord(ActorView):
    """One record, for its author, its reviewers and the officers who were there."""

    def get(self, request: Request, pk: UUID) -> Response:
        """All of it."""
        return Response(_whole(self, request, selector.one(self.actor(request), pk)))

    def patch(self, request: Request, pk: UUID) -> Response:
        """Save a draft, however incomplete; what the body leaves out stays."""
        found = selector.to_try(self.actor(request), pk, "revise")
        return Response(_whole(self, request, moved(request, found, records.save, RecordIn)))


class RecordMoves(ActorView):
    """Submit, return, read the force, approve, lock."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        doors = {name: door for name, door in RECORD_MOVES.items() if door is not AMEND}
        service, body = self.door(request, doors)
        return Response(_whole(self, request, moved(request, found, service, body)))


class Confirmation(ActorView):
    """The one tap of another officer."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The filed record is theirs too."""
        found = record_reading.to_do(self.actor(request), pk, "record.confirm")
        service, _form, body = CONFIRM
        return Response(OfficerOut(moved(request, found, service, body)).data)


class Amendments(ActorView):
    """Changes of a locked record."""

    def get(self, request: Request, pk: UUID) -> Response:
        """Each with old and new, the first first."""
        rows = record_reading.amendments(self.actor(request), pk)
        return Response({"results": AmendmentOut(rows, many=True, context=self.context(request)).data})

    def post(self, request: Request, pk: UUID) -> Response:
        """Propose new answers for one section."""
        found = record_reading.to_do(self.actor(request), pk, "record.amend")
        service, _form, body = AMEND
        row = moved(request, found, service, body)
        answer = AmendmentOut(row, context=self.context(request)).data
        return Response(answer, status=status.HTTP_201_CREATED)


class AmendmentMoves(ActorView):
    """Accept and refuse."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = record_reading.amendment(self.actor(request), pk)
        service, body = self.door(request, AMENDMENT_MOVES)
        return Response(AmendmentOut(moved(request, found, service, body), context=self.context(request)).data)


class Versions(ActorView):
    """What the record said when it was locked, and after each accepted change."""

    def get(self, request: Request, pk: UUID) -> Response:
        """The original first."""
        return Response({"results": record_reading.versions(self.actor(request), pk)})


class RecordFiles(ActorView):
    """Pictures and documents of a record."""

    parser_classes = (MultiPartParser,)

    def get(self, request: Request, pk: UUID) -> Response:
        """What was handed in."""
        rows = record_reading.files(self.actor(request), pk)
        return Response({"results": RecordFileOut(rows, many=True).data})

    def post(self, request: Request, pk: UUID) -> Response:
        """Keep one more."""
        found = record_reading.to_do(self.actor(request), pk, "record.attach")
        body = accepted(FileIn(data=request.data))
        row = record_files.attach(found, actor=self.actor(request), **body)
        return Response(RecordFileOut(row).data, status=status.HTTP_201_CREATED)


class OneRecordFile(ActorView):
    """The bytes of a file."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """To save, never to show: the browser runs nothing of it."""
        return answers.attachment(record_reading.content(self.actor(request), pk))


class Policy(ActorView):
    """The rules of an agency for its records."""

    def get(self, request: Request) -> Response:
        """As they are."""
        return Response(_rules(record_policy.policy(self.actor(request))))

    def put(self, request: Request) -> Response:
        """Write them."""
        found = record_policy.policy(self.actor(request))
        service, _form, body = POLICY
        return Response(_rules(moved(request, found, service, body)))


def _whole(view: ActorView, request: Request, record: DeescalationRecord) -> dict[str, object]:
    """The record with its officers and with what is missing."""
    read = record_reading.read(view.actor(request), record)
    return {
        **RecordOut(record, context=view.context(request)).data,
        "officers": OfficerOut(read.officers, many=True).data,
        "times": read.times,
        "missing": read.gaps(),
        "diversion": read.ways(),
    }


def _rules(found: RecordPolicy) -> dict[str, object]:
    names = ("lock_after_hours", "first_offender_program", "informal_guidelines", "version")
    return {name: getattr(found, name) for name in names}
