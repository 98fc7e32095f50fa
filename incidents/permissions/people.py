"""Who may do and see what of people and their earlier contacts; children have a decision of their own."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from core import clock
from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import (
    Assignment,
    Guardian,
    Incident,
    JuvenileAccess,
    Person,
    PersonAccess,
    PersonConflict,
    PersonMerge,
    Subject,
    SubjectLink,
)
from incidents.models.people import age_on
from incidents.permissions.who import DISPATCH, RESPONDER, SUPERVISOR, was_sent
from incidents.record_vocabulary import PersonRole
from incidents.workflow import OPEN_INCIDENT
from officers.roles import Role

CUSTODIAN = frozenset({Role.CUSTODIAN.value})
# Named roles that keep people's rows: they merge, hold, and read who looked.
KEEPER = SUPERVISOR | CUSTODIAN
READER = DISPATCH | RESPONDER | CUSTODIAN
# Until when after a call a dispatcher still knows a child of it.
AT_HAND = timedelta(hours=24)
GROWN = 18
# Whose age nobody knows counts as a child where it may be one.
_MAYBE_CHILD = ("", PersonRole.STUDENT.value)


def is_juvenile(person: Person) -> bool:
    """Whether what is kept of a person is kept as a child's: an encounter as a minor stays one for ever."""
    if person.birth_date is None:
        young = person.role in _MAYBE_CHILD
    else:
        young = age_on(person.birth_date, timezone.localdate(clock.now())) < GROWN
    return young or Subject.objects.filter(person=person.pk, is_minor=True).exists()


def juveniles() -> Q:
    """The same as a condition on rows."""
    today = timezone.localdate(clock.now())
    young = Q(birth_date__gt=_years_before(today, GROWN)) | Q(birth_date=None, role__in=_MAYBE_CHILD)
    return young | Q(Exists(Subject.objects.filter(person=OuterRef("pk"), is_minor=True)))


def near(actor: Actor) -> Q:
    """People whom somebody of the staff is too near to."""
    return Q(Exists(PersonConflict.objects.filter(person=OuterRef("pk"), user=actor.id, ended_at=None)))


def at_work(actor: Actor) -> Q:
    """People of incidents that the actor works on: a dispatcher's of today, an officer's own."""
    found = Q(pk__in=[])
    if actor.holds(*DISPATCH):
        found |= Q(subjects__incident__in=_at_hand(actor))
    if actor.holds(*RESPONDER):
        sent = Assignment.objects.filter(agency_id=actor.agency_id, officer__user=actor.id).values("incident")
        found |= Q(subjects__incident__in=sent)
    return Q(pk__in=Person.objects.filter(found, agency_id=actor.agency_id).values("pk"))


def works_with(actor: Actor, person: Any) -> bool:
    """Whether the person belongs to an incident that the actor works on."""
    return Person.objects.filter(at_work(actor), pk=person.pk).exists()


def _at_hand(actor: Actor) -> Any:
    rows = Incident.objects.filter(agency_id=actor.agency_id)
    return rows.filter(Q(status__in=OPEN_INCIDENT) | Q(received_at__gt=clock.now() - AT_HAND)).values("pk")


def _child_at_work(actor: Actor, person: Any) -> bool:
    return works_with(actor, person) and _apart(actor, person)


def _apart(actor: Actor, person: Any) -> bool:
    """Not too near."""
    return not PersonConflict.objects.filter(person=person.pk, user=actor.id, ended_at=None).exists()


def _of_incident(actor: Actor, subject: Any) -> bool:
    return was_sent(actor, subject.incident)


_kept = (Grant(KEEPER, _apart),)
_at_incident = (Grant(DISPATCH), Grant(RESPONDER, _of_incident))

RULES: dict[str, tuple[Grant, ...]] = {
    "person.search": (Grant(READER),),
    "person.read": (Grant(READER, _apart),),
    "person.read_juvenile": (Grant(KEEPER, _apart), Grant(DISPATCH | RESPONDER, _child_at_work)),
    "person.revise": (Grant(SUPERVISOR, _apart), Grant(RESPONDER, _child_at_work)),
    "person.merge": _kept,
    "person.hold": _kept,
    "person.audit": (Grant(KEEPER),),
    "person.declare_conflict": (Grant(READER),),
    "subject.link": _at_incident,
    "subject.describe": _at_incident,
}


def persons(actor: Actor) -> Q:
    """Adults for whoever handles incidents; children by the decision of their own; nobody whom one is too near to."""
    if not actor.holds(*READER):
        return Q(pk__in=[])
    if actor.holds(*KEEPER):
        return ~near(actor)
    return Q(merged_into=None) & ~near(actor) & (~juveniles() | at_work(actor))


def _of_persons(actor: Actor) -> Q:
    return Q(person__in=Person.objects.filter(persons(actor), agency_id=actor.agency_id).values("pk"))


def _merges(actor: Actor) -> Q:
    """A merge is seen by its keepers where neither side is too near to them."""
    if not actor.holds(*KEEPER):
        return Q(pk__in=[])
    seen = Person.objects.filter(persons(actor), agency_id=actor.agency_id).values("pk")
    return Q(survivor__in=seen, absorbed__in=seen)


def _subjects(actor: Actor) -> Q:
    if actor.holds(*DISPATCH):
        return Q()
    if actor.holds(*RESPONDER):
        return Q(incident__in=Assignment.objects.filter(officer__user=actor.id).values("incident"))
    return Q(pk__in=[])


def _audit(actor: Actor) -> Q:
    return Q() if actor.holds(*KEEPER) else Q(pk__in=[])


def _years_before(day: date, years: int) -> date:
    """A birthday on 29 February is had on the day before in other years."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


SCOPES: dict[type[Model], Scope] = {
    Person: persons,
    Guardian: _of_persons,
    PersonConflict: _of_persons,
    SubjectLink: _of_persons,
    PersonMerge: _merges,
    Subject: _subjects,
    PersonAccess: _audit,
    JuvenileAccess: _audit,
}
