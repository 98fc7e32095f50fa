"""The shortest way: against a plain search over every way, and the words against what the drawing shows."""

from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officers.plans import route, sketch, steps, words
from officers.plans.geometry import distance
from officers.plans.shapes import Kind, Shape
from tests.officers.plans.drawn import FLOORS

CORNERS = [(x * 40.0, y * 40.0) for x in range(3) for y in range(3)]


def said(floors: Any, floor: int, room: str, door: str = "") -> str:
    """The way in words."""
    found = route.find(floors, floor, room, door)
    return words.sentence(steps.steps(found, floors, room)) if found else ""


@pytest.mark.parametrize(
    ("floor", "room", "door", "sentence"),
    [
        (
            2,
            "B-204",
            "B3",
            "Enter by door B3, up the stairs to floor 2, turn left, turn right, first room on the right.",
        ),
        (
            2,
            "B-203",
            "B3",
            "Enter by door B3, up the stairs to floor 2, turn left, turn right, second room on the right.",
        ),
        (
            2,
            "B-202",
            "B3",
            "Enter by door B3, up the stairs to floor 2, turn left, turn right, third room on the right.",
        ),
        (
            2,
            "B-206",
            "B3",
            "Enter by door B3, up the stairs to floor 2, turn left, turn right, first room on the left.",
        ),
        (1, "B-101", "B1", "Enter by door B1, first room on the left."),
        # Its door leads nowhere near, and no other is preferred.
        (1, "B-101", "B3", "Enter by door B1, first room on the left."),
        (1, "B-101", "Z9", "Enter by door B1, first room on the left."),
        (2, "B-204", "", "Enter by door B3, up the stairs to floor 2, turn left, turn right, first room on the right."),
    ],
)
def test_the_way_in_words(floor: int, room: str, door: str, sentence: str) -> None:
    assert said(FLOORS, floor, room, door) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("room R: 90,40 110,40 110,60 90,60\ndoor D: 0,50\npoint p: 80,50\nway D > p", "the room is straight ahead."),
        ("room R: 40,0 60,0 60,40 40,40\ndoor D: 0,50\npoint p: 80,50\nway D > p", "first room on the left."),
        ("room R: 40,60 60,60 60,90 40,90\ndoor D: 0,50\npoint p: 80,50\nway D > p", "first room on the right."),
        # A doorway says where the room is entered, though another way passes nearer.
        (
            "room R: 40,0 60,0 60,40 40,40\ndoorway R: 50,0\ndoor D: 0,50\npoint p: 80,50\npoint q: 0,-0\n"
            "point r: 80,0\nway D > p\nway D > q > r",
            "the room is straight ahead.",
        ),
    ],
)
def test_the_side_is_the_walkers_own(text: str, sentence: str) -> None:
    assert said({1: sketch.parse(text)}, 1, "R").endswith(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "room R: 0,0 9,0 9,9",
        "room R: 0,0 9,0 9,9\ndoor D: 0,50",
        "room R: 0,0 9,0 9,9\npoint p: 0,0\npoint q: 20,20\nway p > q",
        "room R: 0,0 9,0 9,9\ndoor D: 90,90\npoint e: 80,80\nway D > e\npoint p: 0,0\npoint q: 20,20\nway p > q",
        "door D: 0,0\npoint p: 9,9\nway D > p",
    ],
)
def test_without_a_way_from_a_door_there_is_none_to_say(text: str) -> None:
    assert route.find({1: sketch.parse(text)}, 1, "R") is None


def test_going_down_is_said_as_down() -> None:
    floors = {
        0: sketch.parse("room R: 60,0 80,0 80,40 60,40\nstairs S: 0,50\npoint p: 90,50\nway S > p"),
        1: sketch.parse("door D: 30,50\nstairs S: 0,50\nway D > S"),
    }
    assert said(floors, 0, "R") == "Enter by door D, down the stairs to floor 0, first room on the left."


def test_many_rooms_along_are_counted_in_figures() -> None:
    rooms = "".join(f"room R{n}: {n * 10},0 {n * 10 + 10},0 {n * 10 + 10},20 {n * 10},20\n" for n in range(1, 9))
    floors = {1: sketch.parse(f"{rooms}door D: 0,30\npoint p: 99,30\nway D > p")}
    assert said(floors, 1, "R6") == "Enter by door D, 6 rooms along, on the left."
    assert said(floors, 1, "R4") == "Enter by door D, fourth room on the left."


@st.composite
def networks(draw: st.DrawFn) -> tuple[Shape, ...]:
    """Nine corners joined at random, a door at the first, and a room at the last."""
    nodes = [Shape(Kind.DOOR if n == 0 else Kind.POINT, f"n{n}", (at,)) for n, at in enumerate(CORNERS)]
    pairs = draw(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=14))
    ways = [sketch.way(f"n{a} > n{b}") for a, b in pairs if a != b]
    room = Shape(Kind.ROOM, "R", ((76, 84), (84, 84), (84, 92), (76, 92)))
    return (*nodes, *ways, room)


def walked(shapes: tuple[Shape, ...]) -> float | None:
    """The shortest way to n8 by trying every order of the corners between."""
    joined = {frozenset(shape.links) for shape in shapes if shape.kind == Kind.WAY}
    best = None
    for count in range(8):
        for middle in permutations(range(1, 8), count):
            path = [0, *middle, 8]
            hops = [(f"n{a}", f"n{b}") for a, b in pairwise(path)]
            if all(frozenset(hop) in joined for hop in hops):
                length = sum(distance(CORNERS[a], CORNERS[b]) for a, b in pairwise(path))
                best = length if best is None else min(best, length)
    return best


@settings(max_examples=25, deadline=None)
@given(networks())
def test_no_way_is_shorter_than_the_one_that_is_found(shapes: tuple[Shape, ...]) -> None:
    best = walked(shapes)
    found = route.find({1: shapes}, 1, "R")
    if best is not None:
        assert found is not None
        assert found.length <= best + 1e-6
        steps.steps(found, {1: shapes}, "R")


@settings(max_examples=50, deadline=None)
@given(networks())
def test_a_found_way_begins_at_a_door_and_walks_only_where_ways_are_drawn(shapes: tuple[Shape, ...]) -> None:
    found = route.find({1: shapes}, 1, "R")
    if found is None:
        return
    (leg,) = found.legs
    assert leg.points[0] == CORNERS[0]
    assert found.length == pytest.approx(sum(distance(a, b) for a, b in pairwise(leg.points)))
