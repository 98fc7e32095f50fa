"""Training over HTTP: the same selectors and services as the pages."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.permissions import require
from core.web.actor_view import ActorView, accepted, moved
from officers.api import training_in as bodies
from officers.api import training_out as out
from officers.doors.training import BOOKING_MOVES, CERTIFICATION_MOVES, COURSE_MOVES, RULE_MOVES
from officers.models import TrainingRule
from officers.selectors import training
from officers.selectors.training import catalogue, certificates, classes, worklist
from officers.services import certifications, courses, rules, waivers
from officers.services import classes as seats
from officers.training.words import clash


class Work(ActorView):
    """The coordinator's work list."""

    def get(self, request: Request) -> Response:
        """Everything that waits today."""
        actor = self.actor(request)
        return Response(out.work_out(training.work_list(actor, clock.now()), actor))


class OnePerson(ActorView):
    """One person's training."""

    def get(self, request: Request, pk: UUID) -> Response:
        """Rules, completions, seats and waivers."""
        actor = self.actor(request)
        officer = classes.officer_to_read(actor, pk)
        found = training.person_training(actor, officer, clock.now())
        return Response(out.person_out(found, actor) if found else {})


class Completions(ActorView):
    """Completions of one person; a file comes as multipart/form-data."""

    parser_classes = (JSONParser, MultiPartParser)

    def post(self, request: Request, pk: UUID) -> Response:
        """Hand one in."""
        officer = classes.officer_to_certify(self.actor(request), pk)
        made = moved(request, officer, certifications.add, bodies.CompletionIn)
        return Response(out.CertificationOut(made, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class CompletionMoves(ActorView):
    """Verify or refuse."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The move named in the body."""
        found = certificates.to_verify(self.actor(request), pk)
        service, body = self.door(request, CERTIFICATION_MOVES)
        done = moved(request, found, service, body)
        return Response(out.CertificationOut(done, context=self.context(request)).data)


class Waivers(ActorView):
    """Waivers of one person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Grant one, or grant it anew."""
        officer = classes.officer_to_waive(self.actor(request), pk)
        made = moved(request, officer, waivers.grant, bodies.WaiverIn)
        return Response(out.WaiverOut(made).data, status=status.HTTP_201_CREATED)


class Bookings(ActorView):
    """Seats of one person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Book one; a shift at that time is told and stops nothing."""
        officer = classes.officer_to_book(self.actor(request), pk)
        made = moved(request, officer, seats.book, bodies.BookIn)
        warnings = [clash(officer, shift) for shift in classes.shifts_at(officer, made.session)]
        body = {**out.BookingOut(made, context=self.context(request)).data, "warnings": warnings}
        return Response(body, status=status.HTTP_201_CREATED)


class BookingMoves(ActorView):
    """Attend, miss, cancel."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The move named in the body."""
        found = classes.booking(self.actor(request), pk)
        service, body = self.door(request, BOOKING_MOVES)
        done = moved(request, found, service, body)
        return Response(out.BookingOut(done, context=self.context(request)).data)


class Courses(ActorView):
    """The catalogue."""

    def get(self, request: Request) -> Response:
        """All courses."""
        return Response({"results": out.CourseOut(catalogue.courses(self.actor(request)), many=True).data})

    def post(self, request: Request) -> Response:
        """A new one."""
        actor = self.actor(request)
        require(actor, "course.keep")
        made = courses.add(actor=actor, **accepted(bodies.CourseIn(data=request.data)))
        return Response(out.CourseOut(made).data, status=status.HTTP_201_CREATED)


class OneCourse(ActorView):
    """One course."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With what counts for it."""
        actor = self.actor(request)
        return Response(out.course_out(catalogue.course(actor, pk), actor))


class CourseMoves(ActorView):
    """Change, retire, substitute."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The move named in the body."""
        actor = self.actor(request)
        found = catalogue.course_to_keep(actor, pk)
        service, body = self.door(request, COURSE_MOVES)
        moved(request, found, service, body)
        return Response(out.course_out(catalogue.course(actor, pk), actor))


class Rules(ActorView):
    """The training rules."""

    def get(self, request: Request) -> Response:
        """Each by its latest version."""
        actor = self.actor(request)
        entries = catalogue.rules(actor, worklist.today(actor, clock.now()))
        return Response({"results": [out.rule_out(entry, actor) for entry in entries]})

    def post(self, request: Request) -> Response:
        """A new rule."""
        actor = self.actor(request)
        require(actor, "rule.keep")
        made = rules.add(actor=actor, **accepted(bodies.RuleIn(data=request.data)))
        return Response(out.RuleOut(made).data, status=status.HTTP_201_CREATED)


class RuleMoves(ActorView):
    """A new version, or the end."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The move named in the body; the answer is the version that is now the latest."""
        found = catalogue.rule_to_keep(self.actor(request), pk)
        service, body = self.door(request, RULE_MOVES)
        done: TrainingRule = moved(request, found, service, body)
        return Response(out.RuleOut(done).data)


class Sessions(ActorView):
    """Classes."""

    def get(self, request: Request) -> Response:
        """What is to come, and the last sixty days."""
        found: list[Any] = classes.sessions(self.actor(request), clock.now())
        return Response({"results": out.ClassOut(found, many=True).data})

    def post(self, request: Request) -> Response:
        """Plan one."""
        actor = self.actor(request)
        require(actor, "session.keep")
        made = seats.plan(actor=actor, **accepted(bodies.ClassIn(data=request.data, context=self.context(request))))
        return Response(out.ClassOut(made).data, status=status.HTTP_201_CREATED)


class OneSession(ActorView):
    """One class."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With the seats that exist for the caller."""
        actor = self.actor(request)
        return Response(out.class_out(classes.session(actor, pk), actor))
