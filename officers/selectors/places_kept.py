"""What is kept about places, kind by kind, for whoever reads or keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Model, Q, QuerySet

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from officers.models import BellPeriod, Campus, CampusKind, Extension, PlaceAlias, PremiseNote, RoomUse
from officers.places.facts import Named

PAGE = 50
PLACED = ("campus", "building", "room")


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of row: its table, what is read with it, where a text is looked for, and its order."""

    model: type[Model]
    joins: tuple[str, ...]
    texts: tuple[str, ...]
    order: tuple[str, ...]


KEPT = {
    "aliases": Kept(PlaceAlias, PLACED, ("alias", "campus__name", "room__name"), ("alias",)),
    "extensions": Kept(Extension, PLACED, ("number", "label", "campus__name", "room__name"), ("number",)),
    "premises": Kept(PremiseNote, PLACED, ("text", "campus__name", "room__name"), ("campus__name", "kind", "text")),
    "periods": Kept(BellPeriod, ("campus",), ("name", "campus__name"), ("campus__name", "starts", "name")),
    "uses": Kept(
        RoomUse,
        ("period__campus", "room__building"),
        ("group", "adult", "room__name", "period__name"),
        ("period__campus__name", "period__starts", "room__name"),
    ),
}


def listed(actor: Actor, noun: str, asked: Mapping[str, Any]) -> Page[Any]:
    """The rows of a kind that hold the text, fifty at a time, what was withdrawn last."""
    require(actor, "place.read")
    kept, text = KEPT[noun], asked.get("q") or ""
    found = _rows(noun)
    if text:
        found = found.filter(_any(kept.texts, text))
    rows = visible(found, actor).order_by("-active", *kept.order, "pk")
    return Paginator(rows, PAGE).get_page(asked.get("page") or 1)


def one(actor: Actor, noun: str, pk: UUID, code: str = "place.read") -> Any:
    """One row of a kind that the actor may do this to."""
    return fetch_for(_rows(noun).select_related("agency", *KEPT[noun].joins), actor, pk, code)


def campuses(actor: Actor) -> QuerySet[Campus]:
    """The campuses that a period can belong to."""
    require(actor, "place.read")
    return Campus.objects.filter(agency=actor.agency_id).exclude(kind=CampusKind.OTHER)


def periods(actor: Actor) -> QuerySet[BellPeriod]:
    """The periods in which a room can be used."""
    require(actor, "place.read")
    rows = visible(BellPeriod.objects.filter(active=True).select_related("campus"), actor)
    return rows.order_by("campus__name", "starts")


def named(row: Any) -> Named:
    """The place that a row is about, also when its room is no more."""
    if isinstance(row, BellPeriod):
        return Named(row.campus_id, row.campus.name, row.campus.code)
    room = row.room
    building = room.building if isinstance(row, RoomUse) else row.building
    campus = row.period.campus if isinstance(row, RoomUse) else row.campus
    found = Named(campus.pk, campus.name, campus.code)
    if building:
        found = Named(campus.pk, campus.name, campus.code, building.pk, building.name)
    if building and room:
        named_room = (room.pk, room.name, room.floor, room.nearest_door)
        found = Named(campus.pk, campus.name, campus.code, building.pk, building.name, *named_room)
    return found


def _rows(noun: str) -> QuerySet[Any]:
    kept = KEPT[noun]
    rows: QuerySet[Any] = kept.model._default_manager.select_related(*kept.joins)
    return rows


def _any(columns: tuple[str, ...], text: str) -> Q:
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__icontains": text})
    return found
