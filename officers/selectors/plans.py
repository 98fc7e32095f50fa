"""The plan of a building as a panel shows it, and the plans as their keeper sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.actors import Actor
from core.permissions import require
from officers.models import Building, Campus, PlanBackground, PlanDrawing, Room
from officers.plans import picture, route, steps, words
from officers.plans.shapes import Shape
from officers.selectors import outlines, plan_rows

CAMPUS = "campus"
Units = Sequence[tuple[str, Room | None]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn of one building."""

    drawings: dict[int, PlanDrawing]
    shapes: dict[int, list[Shape]]


def panel(
    actor: Actor,
    campus: Campus,
    building: Building | None,
    room: Room | None,
    floor: str = "",
    units: Units = (),
    note: str = "",
) -> dict[str, Any]:
    """The context of `officers/plans/_panel.html`.

    `floor` is the tab that was asked for: a number, "campus", or nothing for the floor of the room. `units` are call
    signs with the room that each is in, if it is known; `note` is written into the room, such as "Caller".
    """
    require(actor, "plan.read")
    found = _drawn(actor, building)
    way = _way(found, room)
    shown = _shown(found, room, floor)
    context: dict[str, Any] = {
        "title": _title(campus, building),
        "tabs": _tabs(found, shown),
        "shown": shown,
        "caption": caption(room, way, found.shapes),
        "elsewhere": [call_sign for call_sign, where in units if where is None],
    }
    if shown == CAMPUS:
        return {**context, **outlines.picture_of(actor, campus, building)}
    level = int(shown)
    here = [(call_sign, where.name) for call_sign, where in units if where is not None and where.floor == level]
    return {**context, **_floor(found, level, room, way, here, note, context["title"])}


def directions(actor: Actor, room: Room) -> tuple[str, route.Route | None]:
    """The way to a room in words, and as points when the building is drawn."""
    require(actor, "plan.read", room)
    found = _drawn(actor, room.building)
    way = _way(found, room)
    return caption(room, way, found.shapes), way


def caption(room: Room | None, way: route.Route | None, floors: route.Floors) -> str:
    """The way in words: from the drawing when it shows one, else as it was written down for the room."""
    if room is None:
        return ""
    if way is None:
        return words.by_door(room.nearest_door, room.directions)
    return words.sentence(steps.steps(way, floors, room.name))


def _drawn(actor: Actor, building: Building | None) -> Drawn:
    if building is None:
        return Drawn({}, {})
    rows = plan_rows.current().filter(plan__building=building, plan__active=True, agency_id=actor.agency_id)
    drawings = {row.plan.floor: row for row in rows.order_by("plan__floor")}
    return Drawn(drawings, {level: plan_rows.shapes(row) for level, row in drawings.items()})


def _way(found: Drawn, room: Room | None) -> route.Route | None:
    if room is None or room.floor not in found.shapes:
        return None
    return route.find(found.shapes, room.floor, room.name, room.nearest_door)


def _shown(found: Drawn, room: Room | None, asked: str) -> str:
    floors = {str(level) for level in found.drawings}
    if asked == CAMPUS or not floors:
        return CAMPUS
    if asked in floors:
        return asked
    own = str(room.floor) if room is not None else ""
    return own if own in floors else min(floors, key=int)


def _title(campus: Campus, building: Building | None) -> str:
    # The building first: a narrow panel cuts the end off.
    if building is None:
        return campus.name
    return _("Building %(building)s, %(campus)s") % {"campus": campus.name, "building": building.name}


def _tabs(found: Drawn, shown: str) -> list[dict[str, Any]]:
    floors = [
        _tab(str(level), _("Floor %(number)d") % {"number": level}, str(level), shown) for level in found.drawings
    ]
    return [*floors, _tab(CAMPUS, _("Campus"), "", shown)]


def _tab(value: str, label: str, short: str, shown: str) -> dict[str, Any]:
    return {"value": value, "label": label, "short": short, "current": shown == value}


def _floor(
    found: Drawn,
    level: int,
    room: Room | None,
    way: route.Route | None,
    units: Sequence[tuple[str, str]],
    note: str,
    title: str,
) -> dict[str, Any]:
    drawn = found.drawings[level]
    frame = picture.Frame(drawn.width, drawn.height)
    hot = room.name if room is not None and room.floor == level else ""
    seen = picture.floor(frame, found.shapes[level], hot=hot, hot_note=note, route=way, level=level, units=units)
    return {"plan": seen, "beneath": beneath(drawn, frame), "label": _label(title, level, seen, hot, way)}


def beneath(drawn: PlanDrawing, frame: picture.Frame) -> dict[str, Any] | None:
    """The picture under the rooms: cleaned markup, or the address of an image."""
    if drawn.background is None:
        return None
    background: PlanBackground = drawn.background
    move = f"scale({frame.scale:.6g}) translate({-background.left:g} {-background.top:g})"
    # Written anew by the allow-list when it was handed in: nothing of the file itself is in it.
    return {"svg": SafeString(background.svg), "move": move, "plan": drawn.plan_id, "number": drawn.number}


def _label(title: str, level: int, seen: dict[str, Any], hot: str, way: route.Route | None) -> str:
    said = [_("%(place)s, plan of floor %(number)d.") % {"place": title, "number": level}]
    if hot and any(room["name"] == hot for room in seen["rooms"]):
        said.append(_("Room %(room)s is marked.") % {"room": hot})
    if way is not None and seen["route"]:
        said.append(_("The way from door %(door)s is drawn.") % {"door": way.door})
    if seen["units"]:
        there = ", ".join(unit["call_sign"] for unit in seen["units"])
        said.append(_("Units here: %(units)s.") % {"units": there})
    return " ".join(said)
