"""The places of an agency written down for searching; kept in memory, and written anew when one of them changes."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from officers.models import Building, Campus, PlaceAlias, Room
from officers.places.facts import Named
from officers.places.matching import Entry, entries

STATEMENT = Path(__file__).with_suffix(".sql").read_text()
# Agencies whose places one process remembers.
KEPT = 8
_kept: OrderedDict[UUID, tuple[str, list[Entry]]] = OrderedDict()


def places(agency_id: UUID) -> list[Entry]:
    """Every place that can be found; one statement unless something has changed."""
    # The mark is read first: what changes while the places are read is seen by the next mark.
    mark = _mark(agency_id)
    kept = _kept.get(agency_id)
    if kept is None or kept[0] != mark:
        kept = (mark, entries(_named(agency_id), _aliases(agency_id)))
        _kept[agency_id] = kept
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return kept[1]


def _mark(agency_id: UUID) -> str:
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, {"agency": agency_id})
        return str(cursor.fetchone()[0])


def _named(agency_id: UUID) -> Iterator[Named]:
    mine = {"agency": agency_id}
    for key, name, code in Campus.objects.filter(**mine).values_list("pk", "name", "code"):
        yield Named(key, name, code)
    columns = ("campus", "campus__name", "campus__code", "pk", "name")
    for row in Building.objects.filter(**mine).values_list(*columns):
        yield Named(*row)
    rows = Room.objects.filter(**mine, active=True).values_list(
        "building__campus",
        "building__campus__name",
        "building__campus__code",
        "building",
        "building__name",
        "pk",
        "name",
        "floor",
        "nearest_door",
    )
    for row in rows:
        yield Named(*row)


def _aliases(agency_id: UUID) -> Iterable[tuple[str, str]]:
    rows = PlaceAlias.objects.filter(agency=agency_id, active=True).select_related(None)
    for alias in rows.only("alias", "campus", "building", "room"):
        yield key_of(alias), alias.alias


def key_of(placed: Any) -> str:
    """The key of what a row is about: its room, or its building, or its campus."""
    return Named(placed.campus_id, "", "", placed.building_id, "", placed.room_id).key
