"""A drawing as text, one thing a line, so that it can be typed, read aloud, compared and kept in a file.

room B-204: 226,18 300,18 300,88 226,88
hall Hall 2B: 14,88 390,88 390,124 14,124
area Lift: 334,124 390,124 390,196 334,196
door B3: 377,15
point h1: 263,106
stairs NE: 362,60
way B3 > NE > h1
doorway B-204: 263,90
calm B-206: quiet room
"""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from officers.plans.geometry import Point
from officers.plans.shapes import Kind, Mistake, Shape

LONGEST = 100_000
BETWEEN = " > "
# Bounded on purpose: what is longer is no coordinate.
NUMBER = r"-?\d{1,7}(?:\.\d{1,9})?"
PAIR = re.compile(rf"^({NUMBER}),({NUMBER})$", re.ASCII)
KINDS = {kind.value: kind for kind in Kind}


def parse(text: str) -> tuple[Shape, ...]:
    """The shapes of a text; Mistake names the line."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(one(line))
        except Mistake as mistake:
            words = {"number": number, "text": mistake.text}
            raise Mistake(_("Line %(number)d: %(text)s") % words) from mistake
    return tuple(found)


def one(line: str) -> Shape:
    """The shape of one line."""
    word, _space, rest = line.strip().partition(" ")
    kind = KINDS.get(word.lower())
    if kind is None:
        raise Mistake(_("A line begins with one of: %(words)s.") % {"words": ", ".join(KINDS)})
    if kind == Kind.WAY:
        return way(rest)
    name, colon, value = rest.rpartition(":")
    if not colon:
        raise Mistake(_("After the name comes a colon, and then the points, as in “door B3: 377,15”."))
    if kind == Kind.CALM:
        return Shape(kind, name.strip(), note=value.strip()[:40])
    return Shape(kind, name.strip(), points_of(value))


def way(text: str) -> Shape:
    """A way from its names, as in “B3 > h1 > NE”."""
    links = tuple(part.strip() for part in text.split(">") if part.strip())
    return Shape(Kind.WAY, BETWEEN.join(links), links=links)


def points_of(text: str) -> tuple[Point, ...]:
    """Pairs of numbers, as in “226,18 300,18”."""
    found = []
    for word in text.split():
        pair = PAIR.match(word)
        if pair is None:
            raise Mistake(_("“%(word)s” is not a point; write it like 226,18.") % {"word": word[:30]})
        found.append((float(pair[1]), float(pair[2])))
    return tuple(found)


def written(shapes: Iterable[Shape]) -> str:
    """The text that `parse` reads back."""
    return "".join(f"{_line(shape)}\n" for shape in shapes)


def pairs(points: Iterable[Point]) -> str:
    """Points as they are typed."""
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _line(shape: Shape) -> str:
    if shape.kind == Kind.WAY:
        return f"way {BETWEEN.join(shape.links)}"
    return f"{shape.kind.value} {shape.name}: {shape.note if shape.kind == Kind.CALM else pairs(shape.points)}"


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
