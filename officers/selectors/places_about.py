"""What is known of a place at a moment: the door, the way, what to beware of, who is likely there, its telephones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from core import clock
from core.actors import Actor
from core.permissions import require
from officers.models import BellPeriod, Building, Campus, Extension, PremiseNote, Room, RoomUse
from officers.places.hours import Period, Present, Use, present
from officers.vocabulary import PremiseKind

# More than anybody reads on the way to a call.
NOTES = 20
PHONES = 6
URGENCY = tuple(PremiseKind.values)


@dataclass(frozen=True, slots=True)
class About:
    """What an officer is told before walking in."""

    campus: Campus
    building: Building | None
    room: Room | None
    notes: Sequence[PremiseNote]
    present: Sequence[Present]
    telephones: Sequence[Extension]

    @property
    def hazards(self) -> list[PremiseNote]:
        """The notes that warn."""
        return [note for note in self.notes if note.kind == PremiseKind.HAZARD]

    @property
    def known(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.room or self.notes or self.present or self.telephones)


def about(
    actor: Actor, campus: Campus, building: Building | None = None, room: Room | None = None, at: datetime | None = None
) -> About:
    """In four statements; hazards come first, and among equals what is nearer. Hours and days are the agency's own."""
    require(actor, "place.find")
    building = building or (room.building if room else None)
    wall = (at or clock.now()).astimezone(campus.agency.zone)
    here = _here(actor, campus, building, room)
    notes = PremiseNote.objects.filter(here, active=True).filter(Q(until=None) | Q(until__gte=wall.date()))
    return About(
        campus=campus,
        building=building,
        room=room,
        notes=sorted(notes[: NOTES * 5], key=_urgency)[:NOTES],
        present=present(_periods(campus, wall), _uses(room), wall),
        telephones=_telephones(actor, campus, building, room),
    )


def _here(actor: Actor, campus: Campus, building: Building | None, room: Room | None) -> Q:
    """What is said of the room holds there, of its building all through it, of its campus everywhere."""
    found = Q(building=None, room=None)
    if building:
        found |= Q(building=building, room=None)
    if room:
        found |= Q(room=room)
    return found & Q(agency=actor.agency_id, campus=campus)


def _urgency(note: PremiseNote) -> tuple[Any, ...]:
    nearness = 0 if note.room_id else 1 if note.building_id else 2
    return (URGENCY.index(note.kind), nearness, note.text)


def _periods(campus: Campus, wall: datetime) -> list[Period]:
    rows = BellPeriod.objects.filter(campus=campus, active=True, starts__lte=wall.time(), ends__gt=wall.time())
    return [Period(row.pk, row.name, row.weekdays, row.starts, row.ends) for row in rows[:50]]


def _uses(room: Room | None) -> list[Use]:
    if room is None:
        return []
    rows = RoomUse.objects.filter(room=room, active=True, period__active=True)[:200]
    return [Use(row.period_id, row.group, row.adult, row.people) for row in rows]


def _telephones(actor: Actor, campus: Campus, building: Building | None, room: Room | None) -> Sequence[Extension]:
    """Those of the room; of the building or campus, where that is all that is known."""
    exactly = {"building": building, "room": room}
    rows = Extension.objects.filter(agency=actor.agency_id, campus=campus, active=True, **exactly)
    return list(rows.order_by("number")[:PHONES])
