"""A drawing as text: what is written is read back, and every mistake is said in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officers.plans import ground, sketch
from officers.plans.geometry import area, contains, label_point
from officers.plans.shapes import Kind, Mistake, Shape, as_data, check, of_data
from tests.officers.plans.drawn import GROUND, UPSTAIRS

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9. -]{0,18}[A-Za-z0-9]", fullmatch=True)
NUMBERS = st.integers(0, 40_000).map(lambda value: value / 100)
POINTS = st.tuples(NUMBERS, NUMBERS)
OUTLINED = st.builds(
    Shape,
    st.sampled_from([Kind.ROOM, Kind.HALL, Kind.AREA]),
    NAMES,
    st.lists(POINTS, min_size=3, max_size=8).map(tuple),
)
PLACED = st.builds(Shape, st.sampled_from([Kind.DOOR, Kind.POINT, Kind.STAIRS]), NAMES, st.tuples(POINTS))
WAYS = st.lists(NAMES, min_size=2, max_size=5).map(lambda names: sketch.way(" > ".join(names)))
CALM = st.builds(lambda name, note: Shape(Kind.CALM, name, note=note), NAMES, NAMES)


@settings(max_examples=100, deadline=None)
@given(st.lists(OUTLINED | PLACED | WAYS | CALM, max_size=12))
def test_what_is_written_is_read_back(shapes: list[Shape]) -> None:
    assert list(sketch.parse(sketch.written(shapes))) == shapes
    assert [of_data(as_data(shape)) for shape in shapes] == shapes


@pytest.mark.parametrize("text", [GROUND, UPSTAIRS])
def test_the_drawn_floors_are_without_mistake(text: str) -> None:
    check(sketch.parse(text), 404, 214)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wall W: 1,1", "Line 1: A line begins with one of: room, hall"),
        ("\n# a note\ndoor D 1,1", "Line 3: After the name comes a colon"),
        ("door D: 1;1", "“1;1” is not a point"),
        ("door D: 1,1e9", "is not a point"),
        ("door D: nan,1", "is not a point"),
        ("door D: 12345678,1", "is not a point"),
        ("door D: ٣,1", "is not a point"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, said: str) -> None:
    with pytest.raises(Mistake, match=said.replace("(", r"\(")):
        sketch.parse(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("door D: 1,1\nstairs D: 2,2", "drawn twice"),
        ("room R: 0,0 9,0 9,9\nroom R: 0,0 9,0 9,9", "drawn twice"),
        ("door D: -1,1", "outside the plan"),
        ("way A > B", "not drawn"),
        ("calm R: quiet", "not drawn"),
        ("room R: 0,0 9,0 9,0.1", "encloses nothing"),
        ("\n".join(f"point p{n}: 1,1" for n in range(401)), "at most 400"),
    ],
)
def test_a_drawing_that_contradicts_itself_is_refused(text: str, said: str) -> None:
    with pytest.raises(Mistake, match=said):
        check(sketch.parse(text), 100, 100)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=3, max_size=3, unique=True))
def test_the_name_of_a_triangle_is_written_within_it(ring: list[tuple[int, int]]) -> None:
    if area(ring) > 1:
        assert contains(ring, label_point(ring))


def test_the_name_of_a_bent_room_is_written_within_it() -> None:
    ring = [(0, 0), (100, 0), (100, 100), (90, 100), (90, 10), (0, 10)]
    assert contains(ring, label_point(ring))


RING = "-105.42,30.61 -105.417,30.61 -105.417,30.612"


def test_the_ground_of_a_campus_is_read_back() -> None:
    text = f"outline: {RING}\nbuilding Main hall: {RING}\n"
    assert ground.written(ground.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "outline of the grounds is missing"),
        (f"building B: {RING}", "outline of the grounds is missing"),
        (f"outline: {RING}\noutline: {RING}", "drawn twice"),
        (f"outline: {RING}\nbuilding B: {RING}\nbuilding B: {RING}", "drawn twice"),
        (f"outline B: {RING}", "A line begins with"),
        (f"building: {RING}", "A line begins with"),
        ("outline: -105.42,30.61 105.42,30.61 105.4,30.6", "too far apart"),
        ("outline: 30.61,-105.42 30.61,-105.41 30.62,-105.42", "longitude and latitude"),
        ("outline: 1,1 2,2", "3 to 60 corners"),
        ("outline: 1,1 1.1,1.1 1.2,1.2", "encloses nothing|twice"),
    ],
)
def test_a_ground_that_cannot_be_is_refused(text: str, said: str) -> None:
    with pytest.raises(Mistake, match=said):
        ground.parse(text)
