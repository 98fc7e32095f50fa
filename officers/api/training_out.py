"""What the API says about training: explicit fields, days as ISO, and the names of the moves open to the caller."""

from typing import Any

from rest_framework import serializers

from core.actors import Actor
from core.moves import open_moves
from core.permissions import may
from officers.models import Booking, Certification, Course, Officer, TrainingRule, TrainingSession, Waiver
from officers.selectors.training import PersonTraining, WorkList
from officers.selectors.training.catalogue import CoursePage, RuleEntry
from officers.selectors.training.classes import ClassPage
from officers.selectors.training.person import RuleRow
from officers.selectors.training.worklist import Ending, Person


class CourseOut(serializers.ModelSerializer[Course]):
    """One course."""

    class Meta:
        model = Course
        fields = (
            "id",
            "number",
            "title",
            "hours",
            "category",
            "provider",
            "crisis_intervention",
            "valid_months",
            "retired_on",
            "version",
        )


class CertificationOut(serializers.ModelSerializer[Certification]):
    """One completion; the file is fetched by itself."""

    course = serializers.CharField(source="course.number")
    has_file = serializers.SerializerMethodField()
    actions = serializers.SerializerMethodField()

    class Meta:
        model = Certification
        fields = (
            "id",
            "user",
            "course",
            "started_on",
            "completed_on",
            "hours",
            "score",
            "provider",
            "instructor",
            "source",
            "expires_on",
            "has_file",
            "verified_at",
            "verified_by",
            "refused_at",
            "refusal",
            "actions",
        )

    def get_has_file(self, row: Certification) -> bool:
        """Whether a file was handed in."""
        return row.file_id is not None

    def get_actions(self, row: Certification) -> list[str]:
        """Decided once, and never by its owner."""
        if row.verified_at is not None or row.refused_at is not None:
            return []
        return [name for name in ("verify", "refuse") if may(self.context["actor"], f"certification.{name}", row)]


class RuleOut(serializers.ModelSerializer[TrainingRule]):
    """One version of a rule."""

    basis = serializers.CharField(source="source")

    class Meta:
        model = TrainingRule
        fields = (
            "id",
            "slug",
            "title",
            "kind",
            "number",
            "anchor",
            "licenses",
            "courses",
            "min_hours",
            "anchored_from",
            "effective_from",
            "effective_to",
            "due_soon_days",
            "basis",
        )


class ClassOut(serializers.ModelSerializer[TrainingSession]):
    """One class; `taken` where seats were counted."""

    course = serializers.CharField(source="course.number")
    taken = serializers.IntegerField(default=None)

    class Meta:
        model = TrainingSession
        fields = ("id", "course", "starts_at", "ends_at", "place", "seats", "taken")


class BookingOut(serializers.ModelSerializer[Booking]):
    """One seat."""

    unit = serializers.CharField(source="officer.call_sign")
    actions = serializers.SerializerMethodField()

    class Meta:
        model = Booking
        fields = ("id", "session", "officer", "unit", "status", "ended_at", "version", "actions")

    def get_actions(self, row: Booking) -> list[str]:
        """Read from the workflow, as the buttons are."""
        return [move.name for move in open_moves(row, self.context["actor"])]


class WaiverOut(serializers.ModelSerializer[Waiver]):
    """One waiver."""

    class Meta:
        model = Waiver
        fields = ("id", "officer", "rule_slug", "reason", "until")


def work_out(found: WorkList, actor: Actor) -> dict[str, Any]:
    """The work list."""
    undecided = [each.certificate for each in found.unverified]
    return {
        "on": found.on,
        "numbers": found.numbers,
        "lapsing": [_ending(each) for each in found.lapsing],
        "overdue": [_person(each) for each in found.overdue],
        "due": [_person(each) for each in found.due],
        "gaps": [_person(each) for each in found.gaps],
        "unverified": CertificationOut(undecided, many=True, context={"actor": actor}).data,
    }


def person_out(found: PersonTraining, actor: Actor) -> dict[str, Any]:
    """One person's training."""
    context = {"actor": actor}
    return {
        **_unit(found.officer),
        "rules": [rule_row(row) for row in [*found.rules, *found.outside]],
        "certifications": CertificationOut(found.certificates, many=True, context=context).data,
        "bookings": BookingOut(found.bookings, many=True, context=context).data,
        "waivers": WaiverOut(found.waivers, many=True).data,
    }


def course_out(found: CoursePage, actor: Actor) -> dict[str, Any]:
    """One course with what counts for it."""
    keeps = may(actor, "course.keep", found.course)
    names = ["change", "substitute", *([] if found.course.retired_on else ["retire"])]
    return {
        **CourseOut(found.course).data,
        "substitutes": [pair.substitute.number for pair in found.counts if pair.active],
        "counts_for": [pair.course.number for pair in found.counts_for],
        "rules": [rule.slug for rule in found.rules],
        "actions": names if keeps else [],
    }


def rule_out(entry: RuleEntry, actor: Actor) -> dict[str, Any]:
    """A rule with its earlier versions."""
    open_now = may(actor, "rule.keep", entry.rule) and entry.rule.effective_to is None
    return {
        **RuleOut(entry.rule).data,
        "asks": entry.asks,
        "state": entry.state,
        "earlier": RuleOut([row for row, _asks in entry.earlier], many=True).data,
        "actions": ["change", "end"] if open_now else [],
    }


def class_out(found: ClassPage, actor: Actor) -> dict[str, Any]:
    """A class with its seats."""
    seats = BookingOut(found.bookings, many=True, context={"actor": actor}).data
    return {**ClassOut(found.session).data, "bookings": seats}


def rule_row(row: RuleRow) -> dict[str, Any]:
    """How somebody stands with one rule."""
    return {
        "rule": row.slug,
        "version": row.version,
        "title": row.title,
        "asks": row.asks,
        "standing": row.standing.value,
        "words": row.words,
        "reason": row.reason,
        "due_on": row.due_on,
        "overdue_since": row.overdue_since,
        "evidence": row.evidence,
    }


def _unit(officer: Officer) -> dict[str, Any]:
    return {"officer": officer.pk, "unit": officer.call_sign, "name": officer.user.name}


def _ending(each: Ending) -> dict[str, Any]:
    return {**_unit(each.officer), "course": each.lapse.number, "last_day": each.lapse.ends_on, "days": each.days}


def _person(each: Person) -> dict[str, Any]:
    return {**_unit(each.officer), "rules": [rule_row(row) for row in each.rules]}
