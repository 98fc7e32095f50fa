"""No hidden number can be told from those that are shown: tried over every split that the dice can make."""

from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes import figures
from outcomes.counts import Counts
from outcomes.definitions import DEFINITIONS, Unit
from outcomes.figures import COUNTED, by_campus, of_all, of_campus
from outcomes.small_cells import THRESHOLD, hidden_cells

fixed = settings(max_examples=400, derandomize=True, deadline=None, database=None)
numbers = st.one_of(st.integers(0, 12), st.sampled_from([0, 0, 1, 9, 10]), st.integers(0, 5000))
splits = st.dictionaries(st.sampled_from("abcdefgh"), numbers, max_size=8)
two_or_more = splits.filter(lambda cells: len(cells) >= 2)


@fixed
@given(splits)
def test_every_number_from_one_to_nine_is_hidden_and_what_is_shown_is_none_or_counts(cells: dict[str, int]) -> None:
    hidden = hidden_cells(cells)
    assert hidden <= cells.keys()
    assert {key for key, n in cells.items() if 0 < n < THRESHOLD} <= hidden
    assert all(n == 0 or n >= THRESHOLD for key, n in cells.items() if key not in hidden)


@fixed
@given(two_or_more)
def test_what_is_missing_from_the_total_is_never_one_number_alone(cells: dict[str, int]) -> None:
    hidden = hidden_cells(cells)
    assert len(hidden) != 1


@fixed
@given(two_or_more)
def test_what_is_missing_from_the_total_is_itself_no_small_number_while_another_could_cover_it(
    cells: dict[str, int],
) -> None:
    hidden = hidden_cells(cells)
    missing = sum(cells[key] for key in hidden)
    covered = missing >= THRESHOLD or not any(n for key, n in cells.items() if key not in hidden)
    assert covered or not hidden


@fixed
@given(two_or_more)
def test_nothing_is_hidden_without_need(cells: dict[str, int]) -> None:
    small = {key for key, n in cells.items() if 0 < n < THRESHOLD}
    assert len(hidden_cells(cells) - small) <= 1
    if not small:
        assert hidden_cells(cells) == frozenset()


@fixed
@given(two_or_more)
def test_the_order_of_the_campuses_does_not_decide_what_is_hidden(cells: dict[str, int]) -> None:
    assert hidden_cells(dict(reversed(list(cells.items())))) == hidden_cells(cells)


def test_two_campuses_with_one_case_each_are_covered_by_a_third() -> None:
    assert hidden_cells({"a": 1, "b": 1, "c": 40, "d": 50}) == {"a", "b", "c"}
    assert hidden_cells({"a": 5, "b": 5, "c": 40}) == {"a", "b"}


counted = st.fixed_dictionaries(dict.fromkeys(COUNTED, numbers)).map(lambda row: Counts(**row))
of_campuses = st.dictionaries(st.sampled_from(["AHS", "BMS", "CES"]), counted, min_size=2)


@fixed
@given(of_campuses)
def test_a_campus_shows_no_rate_whose_part_or_whole_is_hidden_in_the_table(split: dict[str, Counts]) -> None:
    for campus in split:
        for figure in of_campus(campus, split):
            names = {figure.definition.part, figure.definition.whole} & set(COUNTED)
            covered = any(by_campus(split, name)[campus] is None for name in names)
            assert figure.hidden == covered
            if covered:
                assert (figure.part, figure.whole, figure.value) == (None, None, None)


@fixed
@given(counted)
def test_the_whole_agency_hides_nothing_and_reckons_each_rate_from_its_own_counts(counts: Counts) -> None:
    for figure in of_all(counts):
        assert not figure.hidden
        if figure.definition.unit in (Unit.PERCENT, Unit.PER_100):
            part, whole = getattr(counts, figure.definition.part), getattr(counts, figure.definition.whole)
            assert (figure.part, figure.whole) == (part, whole)
            assert figure.value == (round(100 * part / whole, 1) if whole else None)


def test_every_definition_names_counts_that_exist_and_is_named_once() -> None:
    names = set(Counts.__annotations__)
    assert {one.part for one in DEFINITIONS} <= names
    assert {one.whole for one in DEFINITIONS} <= names | {""}
    assert len({one.key for one in DEFINITIONS}) == len({str(one.label) for one in DEFINITIONS}) == len(DEFINITIONS)
    assert all(bool(one.whole) != (one.unit == Unit.COUNT) for one in DEFINITIONS)
    assert {one.unit for one in DEFINITIONS} <= set(figures.FACTOR)
    shown = {name for one in DEFINITIONS for name in (one.part, one.whole) if name}
    assert names - shown == {"not_approved"}
