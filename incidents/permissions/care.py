"""Response plans: who writes, approves, reads and prints them, and which exist for whom.

Support staff know the plans of their campus, officers those that they write and those of the people they are sent to.
Dispatch reads the summary with the incident and knows no plan by itself.
"""

from typing import Any

from django.db.models import Model, Q

from core import clock
from core.actors import SYSTEM, Actor
from core.permissions import Grant, Scope
from incidents.models import Assignment, PersonConflict, PlanReminder, PlanSuggestion, PlanView, ResponsePlan, Subject
from incidents.permissions.who import RESPONDER, SUPERVISOR
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.roles import Role
from officers.selectors.crisis import crisis_status

SUPPORT = frozenset({Role.COUNSELOR.value, Role.SOCIAL_WORKER.value, Role.DIRECTOR.value})
KEEPERS = SUPERVISOR | SUPPORT
AUTHORS = KEEPERS | RESPONDER
# Not an empty Q, which adds nothing where it stands beside another.
EVERY = Q(pk__isnull=False)
# Others see a version once its author has handed it in.
HANDED_IN = Q(submitted_at__isnull=False) & ~Q(status="draft")


def _is_cit(actor: Actor, record: Any) -> bool:
    return actor.id is not None and crisis_status(actor.id, clock.now()).active


def _wrote(actor: Actor, plan: Any) -> bool:
    return bool(plan.written_by_id == actor.id)


def _wrote_the_plan(actor: Actor, suggestion: Any) -> bool:
    return bool(suggestion.plan.written_by_id == actor.id)


def was_sent_to_the_person(actor: Actor, plan: Any) -> bool:
    """Whether the officer was ever sent to an incident with the plan's person: what was learned may arrive late."""
    met = _met(actor)
    known = Q(student_number=plan.student_number) if plan.student_number else Q(pk__in=[])
    return bool(met.filter(known | Q(person=plan.person_id, person__isnull=False)).exists())


_own = (Grant(AUTHORS, _wrote),)
_deciding = (Grant(KEEPERS), Grant(RESPONDER, _wrote_the_plan))

RULES: dict[str, tuple[Grant, ...]] = {
    "response_plan.list": (Grant(AUTHORS),),
    "response_plan.write": (Grant(KEEPERS), Grant(RESPONDER, _is_cit)),
    "response_plan.revise": _own,
    "response_plan.submit": _own,
    "response_plan.withdraw": _own,
    "response_plan.send_back": (Grant(SUPERVISOR),),
    "response_plan.approve": (Grant(SUPERVISOR),),
    "response_plan.retire": (Grant(SUPERVISOR),),
    # The clock ends them.
    "response_plan.expire": (Grant(frozenset({SYSTEM})),),
    "response_plan.view": (Grant(AUTHORS),),
    # Children's plans are decided apart from those of adults.
    "response_plan.view_juvenile": (
        Grant(KEEPERS),
        Grant(RESPONDER, _wrote),
        Grant(RESPONDER, was_sent_to_the_person),
    ),
    "response_plan.print": (Grant(KEEPERS), Grant(RESPONDER, _wrote)),
    "response_plan.read_notes": (Grant(SUPERVISOR), *_own),
    "response_plan.read_log": (Grant(SUPERVISOR),),
    "response_plan.suggest": (Grant(KEEPERS), Grant(RESPONDER, was_sent_to_the_person)),
    "plan_suggestion.accept": _deciding,
    "plan_suggestion.decline": _deciding,
}


def _met(actor: Actor, **assignment: Any) -> Any:
    """The people of the incidents that the officer was sent to."""
    sent = Assignment.objects.filter(officer__user=actor.id, **assignment).values("incident")
    people = Subject.objects.filter(Q(incident__in=sent) | Q(incident__merged_into__in=sent))
    return people.filter(agency_id=actor.agency_id)


def _plans(actor: Actor) -> Q:
    if actor.holds(*SUPERVISOR):
        return _not_too_near(actor, "person")
    found = Q(pk__in=[])
    if actor.holds(*AUTHORS):
        found |= Q(written_by=actor.id)
    if actor.holds(*SUPPORT):
        found |= HANDED_IN & (Q(campus__in=actor.places) if actor.places else EVERY)
    if actor.holds(*RESPONDER):
        here = _met(actor, status__in=ACTIVE_ASSIGNMENT)
        numbers = here.exclude(student_number="").values("student_number")
        whose = Q(student_number__in=numbers) | Q(person__in=here.exclude(person=None).values("person"))
        found |= Q(status__in=("approved", "expired")) & whose
    return found & _not_too_near(actor, "person")


def _not_too_near(actor: Actor, person: str) -> Q:
    """Not the plans of people whom the actor is related to, or otherwise too near."""
    near = PersonConflict.objects.filter(user=actor.id, ended_at__isnull=True).values("person")
    return ~Q(**{f"{person}__in": near})


def _about(actor: Actor) -> Q:
    """What belongs to the plans that the actor keeps: writes, supports or supervises."""
    return _kept(actor) & _not_too_near(actor, "plan__person")


def _kept(actor: Actor) -> Q:
    if actor.holds(*SUPERVISOR) or (actor.holds(*SUPPORT) and not actor.places):
        return EVERY
    found = Q(pk__in=[])
    if actor.holds(*AUTHORS):
        found |= Q(plan__written_by=actor.id)
    if actor.holds(*SUPPORT):
        found |= Q(plan__campus__in=actor.places)
    return found


def _looks(actor: Actor) -> Q:
    return Q() if actor.holds(*SUPERVISOR) else Q(by=actor.id)


def _suggested(actor: Actor) -> Q:
    return _about(actor) | Q(by=actor.id)


SCOPES: dict[type[Model], Scope] = {
    ResponsePlan: _plans,
    PlanView: _looks,
    PlanSuggestion: _suggested,
    PlanReminder: _about,
}
