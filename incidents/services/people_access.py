"""Keeping that somebody looked at people, children in a stream of their own, before anything is shown."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.models import Incident, JuvenileAccess, Person, PersonAccess
from incidents.people_vocabulary import Act, Basis
from incidents.permissions.people import juveniles

# A page that is drawn again within this time is the same look.
SAME_LOOK = timedelta(minutes=10)
# For so long a reason opens the page of the person it was given for, and an offer can be taken.
GIVEN = timedelta(minutes=30)
Stream = type[JuvenileAccess] | type[PersonAccess]
_STREAMS: tuple[tuple[Stream, str], ...] = ((JuvenileAccess, "juvenile.looked_up"), (PersonAccess, "person.looked_up"))


def note(
    people: Iterable[UUID],
    *,
    actor: Actor,
    act: Act,
    incident: Incident | None = None,
    reason: str = "",
    at_work: bool = False,
    at: datetime | None = None,
) -> None:
    """Write who is looked at, by whom and why; a search that found nobody is kept as well."""
    moment, shown = at or clock.now(), sorted(set(people))
    children = set(
        Person.objects.filter(juveniles(), agency_id=actor.agency_id, pk__in=shown).values_list("pk", flat=True)
    )
    parts = ([one for one in shown if one in children], [one for one in shown if one not in children])
    basis = Basis.INCIDENT if incident or at_work else Basis.REASON
    with transaction.atomic():
        for (stream, event), found in zip(_STREAMS, parts, strict=True):
            if not found and (shown or stream is JuvenileAccess):
                continue
            if act is not Act.SEARCHED and _same_look(stream, actor, act, incident, reason, found, moment):
                continue
            row = stream.objects.create(
                agency_id=actor.agency_id,
                by_id=actor.person,
                at=moment,
                act=act,
                basis=basis,
                reason=reason,
                incident=incident,
                people=found,
            )
            facts = {"act": act, "basis": basis, "count": len(found)}
            ledger.announce(event, record=row, actor=actor, at=moment, facts=facts)


def give_reason(person: Person, *, actor: Actor, reason: str, at: datetime | None = None) -> None:
    """Say why a person is looked at outside one's own work; for half an hour this opens the page."""
    require(actor, "person.read", person)
    if not reason.strip():
        raise BrokenRule(_("Say why you need this."), fields={"reason": _("Say why you need this.")})
    note([person.pk], actor=actor, act=Act.READ, reason=reason.strip(), at=at)


def opens(person: Person, *, actor: Actor, own: bool, at: datetime | None = None) -> bool:
    """Whether the person may be read now, by one's own work or for a stated reason; that it is read is kept."""
    moment = at or clock.now()
    if reason_given(person, actor, moment):
        return True
    if own:
        note([person.pk], actor=actor, act=Act.READ, at_work=True, at=moment)
    return own


def reason_given(person: Person, actor: Actor, at: datetime) -> bool:
    """Whether the actor has said why, a moment ago."""
    found = {
        "by": actor.id,
        "act": Act.READ,
        "basis": Basis.REASON,
        "at__gt": at - GIVEN,
        "people__contains": [person.pk],
    }
    return any(stream.objects.filter(agency_id=actor.agency_id, **found).exists() for stream, _event in _STREAMS)


def offered(person: UUID, incident: Incident, actor: Actor, at: datetime) -> bool:
    """Whether this person was suggested to the actor at this incident a moment ago."""
    found = {"by": actor.id, "incident": incident, "at__gt": at - GIVEN, "people__contains": [person]}
    return any(stream.objects.filter(agency_id=actor.agency_id, **found).exists() for stream, _event in _STREAMS)


def _same_look(
    stream: Stream,
    actor: Actor,
    act: Act,
    incident: Incident | None,
    reason: str,
    found: list[UUID],
    at: datetime,
) -> bool:
    rows = stream.objects.filter(agency_id=actor.agency_id, by=actor.id, act=act, incident=incident, reason=reason)
    return rows.filter(people__contains=found, at__gt=at - SAME_LOOK).exists()
