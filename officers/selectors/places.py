"""Finding places: by what somebody types, by the key that a form carries, by the telephone that rings.

`find` offers, `resolve` decides, `records` fetches the rows. Finding needs one statement, however many there are.
"""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Building, Campus, Extension, Room
from officers.places import matching, said
from officers.places.facts import Level, Named, Rule
from officers.selectors.places_index import key_of, places

LIMIT = 8
MOST = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A campus, or a building of it, or a room of that, as it is offered and carried."""

    campus: UUID
    building: UUID | None
    room: UUID | None
    label: str
    detail: str
    key: str
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of a place."""

    campus: Campus
    building: Building | None
    room: Room | None


@dataclass(frozen=True, slots=True)
class Telephone:
    """A telephone of the district and where it stands."""

    number: str
    label: str
    place: Place


def find(actor: Actor, text: str, limit: int = LIMIT) -> list[Place]:
    """The places that may be meant, the likeliest first; none for a text that names nothing."""
    require(actor, "place.find")
    hits = matching.find(places(actor.agency_id), text, min(limit, MOST))
    return [_place(hit.named, hit.rule) for hit in hits]


def resolve(actor: Actor, *, key: str = "", text: str = "") -> Place | None:
    """The place of the key, or the one that the text means beyond doubt; None: it is a place in words only.

    A key of a room that no longer exists is refused: nobody may be sent to where nothing is.
    """
    if key:
        return of_key(actor, key)
    require(actor, "place.find")
    hit = matching.certain(matching.find(places(actor.agency_id), text, 2))
    return _place(hit.named, hit.rule) if hit else None


def of_key(actor: Actor, key: str) -> Place:
    """The place of a key, or a refusal in words."""
    require(actor, "place.find")
    found = next((entry.named for entry in places(actor.agency_id) if entry.named.key == key), None)
    if found is None:
        words = _("This place is no longer in the list. Choose another, or leave it in words.")
        raise BrokenRule(words, fields={"place": words})
    return _place(found)


def records(actor: Actor, place: Place) -> Records:
    """The campus, the building and the room themselves."""
    require(actor, "place.find")
    mine = {"agency": actor.agency_id}
    if place.room:
        room = Room.objects.select_related("building__campus__agency").get(pk=place.room, **mine)
        return Records(room.building.campus, room.building, room)
    if place.building:
        building = Building.objects.select_related("campus__agency").get(pk=place.building, **mine)
        return Records(building.campus, building, None)
    return Records(Campus.objects.select_related("agency").get(pk=place.campus, **mine), None, None)


def by_extension(actor: Actor, number: str) -> Telephone | None:
    """Where the telephone of this number stands; None when nobody has written it down."""
    require(actor, "place.find")
    row = Extension.objects.filter(agency=actor.agency_id, number=number, active=True).first()
    if row is None:
        return None
    key, entries = key_of(row), places(actor.agency_id)
    found = next((entry.named for entry in entries if entry.named.key == key), None)
    # The telephone may have outlived its room: then it still says the campus.
    campus = next(entry.named for entry in entries if entry.named.campus == row.campus_id)
    return Telephone(row.number, row.label, _place(found or campus))


def _place(named: Named, rule: Rule | None = None) -> Place:
    return Place(
        campus=named.campus,
        # A room carries its building, a campus neither.
        building=named.building,
        room=named.room if named.level == Level.ROOM else None,
        label=said.label(named),
        detail=said.detail(named),
        key=named.key,
        rule=rule,
    )
