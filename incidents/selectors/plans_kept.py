"""Response plans for those who keep them: the list, one version, who has looked, what was suggested."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, require, visible
from incidents.models import (
    Incident,
    Person,
    PlanReminder,
    PlanSuggestion,
    PlanView,
    ResponsePlan,
    Subject,
)
from incidents.selectors.plans_of_care import same_person
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Campus

LISTED, LOOKS = 200, 100
ENDING = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Inbox:
    """Suggestions that wait, and the last ones that were answered."""

    waiting: list[PlanSuggestion]
    answered: list[PlanSuggestion]


def _rows() -> QuerySet[ResponsePlan]:
    return ResponsePlan.objects.select_related("written_by", "approved_by", "campus", "agency", "person").defer(
        "content"
    )


def _whole() -> QuerySet[ResponsePlan]:
    return ResponsePlan.objects.select_related("written_by", "approved_by", "campus", "agency", "person")


def one(actor: Actor, pk: object) -> ResponsePlan:
    """A version that exists for this actor."""
    return fetch(_whole(), actor, pk)


def to_do(actor: Actor, pk: object, code: str) -> ResponsePlan:
    """The version when the actor may do this to it."""
    return fetch_for(_whole(), actor, pk, code)


def to_suggest(actor: Actor, pk: UUID) -> ResponsePlan:
    """A plan that the actor may suggest a change of; an officer also after leaving the incident."""
    own = ResponsePlan.objects.filter(agency_id=actor.agency_id, pk=pk).first()
    if own is not None and not visible(_rows(), actor).filter(pk=pk).exists() and may_have_met(actor, own):
        return own
    return fetch_for(_whole(), actor, pk, "response_plan.suggest")


def campuses(actor: Actor) -> QuerySet[Campus]:
    """Where the actor may write plans: the campuses they work at, or all of the agency."""
    rows = Campus.objects.filter(agency_id=actor.agency_id)
    return rows.filter(pk__in=actor.places) if actor.places else rows


def people(actor: Actor) -> QuerySet[Person]:
    """The people that a plan can be written for: who exists for the actor, or whose plan does."""
    known = visible(Person.objects.all(), actor).values("pk")
    planned = visible(ResponsePlan.objects.filter(person__isnull=False), actor).values("person")
    return Person.objects.filter(Q(pk__in=known) | Q(pk__in=planned), merged_into__isnull=True)


def listed(actor: Actor, show: str, today: date) -> list[ResponsePlan]:
    """The versions of one view of the list, without their words."""
    require(actor, "response_plan.list")
    rows = visible(_rows(), actor).filter(_shown(actor, show, today))
    return list(rows.order_by("expires_on" if show in ("ending", "expired") else "student_number", "-number")[:LISTED])


def _shown(actor: Actor, show: str, today: date) -> Q:
    if show == "mine":
        return Q(written_by=actor.id) & ~Q(status="retired")
    if show == "waiting":
        return Q(status="submitted")
    if show == "ending":
        return Q(status="approved", expires_on__lte=today + ENDING)
    if show == "expired":
        return Q(status="expired")
    if show == "retired":
        return Q(status="retired")
    return ~Q(status="retired")


def counts(actor: Actor, today: date) -> dict[str, int]:
    """How many wait, end soon and have expired, for the tabs."""
    rows = visible(ResponsePlan.objects.all(), actor)
    return {show: rows.filter(_shown(actor, show, today)).count() for show in ("waiting", "ending", "expired")}


def approved_before(actor: Actor, plan: ResponsePlan) -> ResponsePlan | None:
    """The version that counts, or counted last, before this one."""
    same = same_person(plan).filter(number__lt=plan.number, approved_by__isnull=False)
    return visible(same.select_related("written_by", "approved_by"), actor).order_by("-number").first()


def versions(actor: Actor, plan: ResponsePlan) -> list[ResponsePlan]:
    """Every version of the plan that exists for the actor, the newest first."""
    same = same_person(plan)
    return list(visible(same.select_related("written_by").defer("content"), actor).order_by("-number")[:LISTED])


def looks(actor: Actor, plan: ResponsePlan) -> list[PlanView]:
    """Who has looked at any version of this plan, the last first."""
    same = same_person(plan).values("pk")
    rows = visible(PlanView.objects.filter(plan__in=same), actor).select_related("by", "incident", "plan")
    return list(rows.defer("plan__content").order_by("-at", "pk")[:LOOKS])


def incident_of(plan: ResponsePlan, actor: Actor) -> Incident | None:
    """The incident with this person that the officer is on now."""
    people = _subjects(plan)
    here = {"assignments__officer__user": actor.id, "assignments__status__in": ACTIVE_ASSIGNMENT}
    found = Incident.objects.filter(Q(subjects__in=people) | Q(merged__subjects__in=people), **here)
    return found.order_by("-received_at").first()


def _subjects(plan: ResponsePlan) -> QuerySet[Subject]:
    """The person wherever they were met."""
    whose = Q(person=plan.person_id) if plan.person_id else Q(pk__in=[])
    if plan.student_number:
        whose |= Q(student_number=plan.student_number)
    return Subject.objects.filter(whose, agency_id=plan.agency_id)


def may_have_met(actor: Actor, plan: ResponsePlan) -> bool:
    """Whether the officer was ever sent to an incident with this person."""
    mine = Q(incident__assignments__officer__user=actor.id)
    return _subjects(plan).filter(mine | Q(incident__merged_into__assignments__officer__user=actor.id)).exists()


def suggestions_of(actor: Actor, plan: ResponsePlan) -> list[PlanSuggestion]:
    """What was suggested for any version of this plan."""
    same = same_person(plan).values("pk")
    rows = visible(PlanSuggestion.objects.filter(plan__in=same), actor).select_related("by", "decided_by", "plan")
    return list(rows.defer("plan__content").order_by("-at")[:LISTED])


def inbox(actor: Actor) -> Inbox:
    """Suggestions for the plans that the actor keeps, and their own."""
    require(actor, "response_plan.list")
    rows = visible(PlanSuggestion.objects.select_related("by", "decided_by", "plan"), actor).defer("plan__content")
    waiting = list(rows.filter(status="open").order_by("at")[:LISTED])
    return Inbox(waiting, list(rows.exclude(status="open").order_by("-decided_at")[:20]))


def one_suggestion(actor: Actor, pk: object) -> PlanSuggestion:
    """A suggestion that exists for the actor."""
    return fetch(PlanSuggestion.objects.select_related("plan", "by"), actor, pk)


def suggestion(actor: Actor, pk: object, move: str) -> PlanSuggestion:
    """A suggestion that the actor may answer."""
    return fetch_for(PlanSuggestion.objects.select_related("plan", "by"), actor, pk, f"plan_suggestion.{move}")


def reminders(actor: Actor, today: date) -> list[PlanReminder]:
    """The ends that the actor was told of and that are not settled: the nearest first."""
    rows = visible(PlanReminder.objects.filter(plan__status__in=("approved", "expired")), actor)
    newest = rows.order_by("plan_id", "matter", "due_on", "threshold_days").distinct("plan_id", "matter", "due_on")
    found = PlanReminder.objects.filter(pk__in=newest.values("pk")).select_related("plan")
    return list(found.defer("plan__content").order_by("due_on", "matter")[:LISTED])
