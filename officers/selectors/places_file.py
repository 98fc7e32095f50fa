"""What is known before a file of places is read."""

from collections.abc import Iterable
from typing import Any

from core.actors import Actor
from core.permissions import require
from officers.models import BellPeriod, Extension, PlaceAlias, RoomUse
from officers.places.facts import Level, Named
from officers.places.importing import Existing, Key, Snapshot
from officers.places.words import squeeze
from officers.selectors.places_index import places

PLACED = ("campus_id", "building_id", "room_id")


def snapshot(actor: Actor, noun: str) -> Snapshot:
    """Places, periods and the rows of one kind, in four statements at most."""
    require(actor, "place.keep")
    named = [entry.named for entry in places(actor.agency_id)]
    rooms: dict[Any, list[Named]] = {}
    for each in named:
        if each.level == Level.ROOM:
            rooms.setdefault((each.campus, squeeze(each.room_name)), []).append(each)
    return Snapshot(
        campuses=_campuses(named),
        buildings={(each.campus, squeeze(each.building_name)): each for each in named if each.level == Level.BUILDING},
        rooms=rooms,
        periods={
            (campus, name.casefold()): pk
            for pk, campus, name in BellPeriod.objects.filter(agency=actor.agency_id, active=True).values_list(
                "pk", "campus", "name"
            )
        },
        rows=_existing(actor, noun),
    )


def _campuses(named: Iterable[Named]) -> dict[str, Named]:
    """By name and by code; a code wins over another campus's name."""
    every = [each for each in named if each.level == Level.CAMPUS]
    return {squeeze(each.campus_name): each for each in every} | {squeeze(each.code): each for each in every}


def _existing(actor: Actor, noun: str) -> dict[Key, Existing]:
    mine = {"agency": actor.agency_id}
    if noun == "aliases":
        return {(r.alias.lower(),): _row(r, "alias", *PLACED) for r in PlaceAlias.objects.filter(**mine)}
    if noun == "extensions":
        return {(r.number,): _row(r, "number", "label", *PLACED) for r in Extension.objects.filter(**mine)}
    columns = ("period_id", "room_id", "group", "adult", "people")
    return {(r.period_id, r.room_id): _row(r, *columns) for r in RoomUse.objects.filter(**mine)}


def _row(row: Any, *columns: str) -> Existing:
    return Existing(row.pk, row.active, {name: getattr(row, name) for name in columns})
