"""The agency's courses and rules, as lists and one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, require, visible
from officers.models import Course, CourseSubstitute, TrainingPeriod, TrainingRule
from officers.training import words

LIMIT = 300


@dataclass(frozen=True, slots=True)
class CoursePage:
    """One course: what counts for it, what it counts for, and the rules that name it."""

    course: Course
    counts: list[CourseSubstitute]
    counts_for: list[CourseSubstitute]
    rules: list[TrainingRule]


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule in words, with the versions before it."""

    rule: TrainingRule
    asks: str
    who: str
    state: str
    earlier: list[tuple[TrainingRule, str]]


def courses(actor: Actor) -> Sequence[Course]:
    """The catalogue with how many verified completions there are of each; retired ones last."""
    require(actor, "course.read")
    verified = Count("certifications", filter=Q(certifications__verified_at__isnull=False))
    rows = visible(Course.objects.annotate(done=verified), actor)
    return list(rows.order_by("retired_on", "number")[:LIMIT])


def course(actor: Actor, pk: object) -> CoursePage:
    """One course."""
    found = fetch(Course.objects.all(), actor, pk)
    pairs = CourseSubstitute.objects.filter(Q(course=found) | Q(substitute=found)).select_related(
        "course", "substitute"
    )
    rows = list(pairs.order_by("course__number", "substitute__number"))
    rules_naming = visible(TrainingRule.objects.filter(courses__contains=[found.number]), actor)
    return CoursePage(
        course=found,
        counts=[row for row in rows if row.course_id == found.pk],
        counts_for=[row for row in rows if row.substitute_id == found.pk and row.active],
        rules=list(rules_naming.filter(effective_to__isnull=True)),
    )


def course_to_keep(actor: Actor, pk: object) -> Course:
    """One course that the actor may change."""
    return fetch_for(Course.objects.select_related("agency"), actor, pk, "course.keep")


def choice_of_courses(actor: Actor) -> QuerySet[Course]:
    """What a form or a request may name."""
    return visible(Course.objects.select_related("agency"), actor).order_by("number")


def others(actor: Actor, course: Course) -> QuerySet[Course]:
    """Every course but this one."""
    return choice_of_courses(actor).exclude(pk=course.pk)


def rules(actor: Actor, on: date) -> list[RuleEntry]:
    """Each rule by its latest version; what has ended last."""
    require(actor, "course.read")
    rows = visible(TrainingRule.objects.all(), actor).order_by("slug", "-effective_from")[:LIMIT]
    by_slug: dict[str, list[TrainingRule]] = {}
    for row in rows:
        by_slug.setdefault(row.slug, []).append(row)
    found = [_entry(versions, on) for versions in by_slug.values()]
    return sorted(found, key=lambda entry: (entry.state == "ended", entry.rule.title))


def rule_to_keep(actor: Actor, pk: object) -> TrainingRule:
    """One version that the actor may change."""
    return fetch_for(TrainingRule.objects.all(), actor, pk, "rule.keep")


def rule_names(actor: Actor) -> list[tuple[str, str]]:
    """Slug and title of every rule that has not ended."""
    rows = visible(TrainingRule.objects.filter(effective_to__isnull=True), actor)
    return list(rows.order_by("title").values_list("slug", "title")[:LIMIT])


def periods(actor: Actor) -> list[TrainingPeriod]:
    """The state's periods."""
    return list(visible(TrainingPeriod.objects.all(), actor).order_by("-starts_on", "kind")[:LIMIT])


def _entry(versions: list[TrainingRule], on: date) -> RuleEntry:
    latest, *earlier = versions
    return RuleEntry(
        latest, words.asks(latest), words.whom(latest), _state(latest, on), [(row, words.asks(row)) for row in earlier]
    )


def _state(rule: Any, on: date) -> str:
    if rule.effective_to is not None and rule.effective_to < on:
        return "ended"
    return "to_come" if rule.effective_from > on else "in_force"
