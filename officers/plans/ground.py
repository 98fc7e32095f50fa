"""The outline of a campus as text: its grounds and its buildings, in longitude and latitude.

outline: -105.42,30.61 -105.417,30.61 -105.417,30.612
building B: -105.419,30.6105 -105.418,30.6105 -105.418,30.611
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from officers.plans.geometry import Point, area
from officers.plans.shapes import MOST_POINTS, Mistake
from officers.plans.sketch import pairs, points_of

MOST_BUILDINGS, NAME_LENGTH = 60, 60
# A campus is smaller than this many degrees; more is a slip, such as a missing minus.
WIDEST = 0.5


@dataclass(frozen=True, slots=True)
class Ground:
    """Grounds and buildings, each a ring of (longitude, latitude)."""

    ring: tuple[Point, ...] = ()
    buildings: dict[str, tuple[Point, ...]] = field(default_factory=dict)


def parse(text: str) -> Ground:
    """What the text says; Mistake names the line."""
    ring: tuple[Point, ...] = ()
    buildings: dict[str, tuple[Point, ...]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            name, points = _line(line)
            if name in buildings or (ring and not name):
                raise Mistake(_("“%(name)s” is drawn twice.") % {"name": name or "outline"})
        except Mistake as mistake:
            words = {"number": number, "text": mistake.text}
            raise Mistake(_("Line %(number)d: %(text)s") % words) from mistake
        if name:
            buildings[name] = points
        else:
            ring = points
    return _checked(Ground(ring, buildings))


def written(ground: Ground) -> str:
    """The text that `parse` reads back."""
    lines = [f"outline: {pairs(ground.ring)}"] if ground.ring else []
    lines += [f"building {name}: {pairs(ring)}" for name, ring in ground.buildings.items()]
    return "".join(f"{line}\n" for line in lines)


def _line(line: str) -> tuple[str, tuple[Point, ...]]:
    head, colon, value = line.rpartition(":")
    word, _space, name = head.strip().partition(" ")
    if not colon or word not in ("outline", "building") or (word == "building") != bool(name.strip()):
        raise Mistake(_("A line begins with “outline:” or with “building B:”."))
    if len(name) > NAME_LENGTH:
        raise Mistake(_("A name has 1 to %(number)d characters.") % {"number": NAME_LENGTH})
    points = points_of(value)
    _check(points)
    return name.strip(), points


def _check(points: Sequence[Point]) -> None:
    if not 3 <= len(points) <= MOST_POINTS:
        raise Mistake(_("An outline has 3 to %(number)d corners.") % {"number": MOST_POINTS})
    if any(not (-180 <= x <= 180 and -85 <= y <= 85) for x, y in points):
        raise Mistake(_("A point is longitude and latitude in degrees, such as -105.42,30.61."))
    east, north = [x for x, _y in points], [y for _x, y in points]
    if max(east) - min(east) > WIDEST or max(north) - min(north) > WIDEST:
        raise Mistake(_("These points lie too far apart for one campus."))
    if not area(points):
        raise Mistake(_("This outline encloses nothing."))


def _checked(ground: Ground) -> Ground:
    if not ground.ring:
        raise Mistake(_("The outline of the grounds is missing."))
    if len(ground.buildings) > MOST_BUILDINGS:
        raise Mistake(_("A campus holds at most %(number)d buildings here.") % {"number": MOST_BUILDINGS})
    return ground
