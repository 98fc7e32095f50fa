"""Showing the names of an incident's people: whoever looks is in the ledger, and no name is."""

from datetime import datetime

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from incidents.models import Incident, Subject
from incidents.selectors import family


def show(incident: Incident, *, actor: Actor, at: datetime | None = None) -> list[Subject]:
    """The people with their names; that they were shown is recorded first."""
    require(actor, "subject.show", incident)
    people = family.people(family.members(incident))
    ledger.announce("subject.shown", record=incident, actor=actor, at=at or clock.now(), facts={"count": len(people)})
    return people
