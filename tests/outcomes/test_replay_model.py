"""The stated model and its dice: every story it can tell is one that the product would accept."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.encounter import FIELDS, completed, problems
from incidents.encounter.normal import answers
from incidents.models import DeescalationRecord
from incidents.record_vocabulary import ENFORCEMENT, Behavior, Grade, Outcome, RecordNature, Technique
from incidents.vocabulary import CallerRole, Nature, Via
from outcomes.replay.days import START, dated
from outcomes.replay.dice import Dice
from outcomes.replay.model import ENDINGS, tell
from outcomes.replay.rows import Row
from referrals.vocabulary import ContactChannel, Ending, NextStep, Urgency

NOON = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
fixed = settings(max_examples=200, derandomize=True, deadline=None, database=None)
lines = st.integers(1, 1_000_000)
kinds = st.sampled_from(["elementary", "middle", "high", "academy", "elsewhere"])
arrivals = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 6)), max_size=30)


def rows(found: list[tuple[int, int]]) -> list[Row]:
    """Rows of a file, of these months and weekdays."""
    return [Row(line + 2, line + 1, month, day, 9, False, 1) for line, (month, day) in enumerate(found)]


@fixed
@given(arrivals, st.dates(date(2010, 1, 1), date(2030, 12, 31)))
def test_every_row_falls_on_its_month_and_weekday_and_never_before_the_one_before_it(
    found: list[tuple[int, int]], start: date
) -> None:
    days = [day for _row, day in dated(rows(found), start)]
    assert [(day.month, day.weekday()) for day in days] == found
    assert all(earlier <= later for earlier, later in pairwise([start, *days]))


@fixed
@given(arrivals)
def test_a_row_like_the_one_before_is_the_same_day_and_no_day_is_more_than_a_year_on(
    found: list[tuple[int, int]],
) -> None:
    days = [day for _row, day in dated(rows(found))]
    for (one, other), (first, second) in zip(pairwise(found), pairwise(days), strict=True):
        assert (first == second) == (one == other)
        assert second - first <= timedelta(days=373)
    assert not days or days[0] - START <= timedelta(days=373)


@fixed
@given(st.integers(0, 99), lines, st.booleans(), kinds)
def test_every_story_makes_a_record_that_can_be_filed(seed: int, line: int, apprehended: bool, kind: str) -> None:
    story = tell(Dice(seed, line), apprehended=apprehended, campus_kind=kind)
    record = DeescalationRecord(**story.record)
    kept = answers(FIELDS, story.record, NOON)
    assert problems(completed({"role": "student", "grade": story.grade, **kept})) == {}
    assert (Outcome.DETENTION in record.all_outcomes) == apprehended
    assert story.refers == (record.primary_outcome != Outcome.GONE)
    assert not (record.arrestable_but_diverted and set(record.all_outcomes) & ENFORCEMENT)


@fixed
@given(st.integers(0, 99), lines, st.booleans(), kinds)
def test_every_story_uses_the_products_own_words(seed: int, line: int, apprehended: bool, kind: str) -> None:
    story = tell(Dice(seed, line), apprehended=apprehended, campus_kind=kind)
    lists = (
        (story.nature, Nature),
        (story.received_via, Via),
        (story.caller_role, CallerRole),
        (story.grade, Grade),
        (story.urgency, Urgency),
        (story.channel, ContactChannel),
        (story.ending, Ending),
        (story.next_step, NextStep),
    )
    assert [value for value, known in lists if value not in known.values] == []
    assert set(story.record["nature"]) <= set(RecordNature.values)
    assert set(story.record["behaviors"]) <= set(Behavior.values)
    assert set(story.record["techniques"]) <= set(Technique.values)


@fixed
@given(st.integers(0, 99), lines, st.booleans())
def test_every_step_of_a_story_comes_after_the_one_before(seed: int, line: int, apprehended: bool) -> None:
    story = tell(Dice(seed, line), apprehended=apprehended, campus_kind="high")
    spans = (story.to_scene, story.on_scene, story.acknowledged_after, story.contacted_after)
    assert all(span > timedelta(0) for span in spans)
    assert story.ended_after > story.contacted_after
    assert story.on_scene >= timedelta(minutes=100 if apprehended else 15)
    assert 0 <= story.minute < 60


@fixed
@given(st.integers(), lines, st.text(max_size=8))
def test_a_draw_is_the_same_each_time_and_lies_from_nought_to_one(seed: int, line: int, name: str) -> None:
    share = Dice(seed, line).share(name)
    assert share == Dice(seed, line).share(name)
    assert 0 <= share < 1


@fixed
@given(lines, st.integers(-50, 50), st.integers(0, 50))
def test_a_number_between_two_is_between_them_both_ends_included(line: int, low: int, room: int) -> None:
    assert low <= Dice(1, line).between("n", low, low + room) <= low + room


@fixed
@given(lines, st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9), min_size=1))
def test_what_has_no_weight_is_never_drawn_while_something_else_has(line: int, weights: dict[str, int]) -> None:
    found = Dice(1, line).weighted("w", weights)
    assert found in weights
    assert weights[found] > 0 or not any(weights.values())


def test_nothing_happens_in_none_and_everything_in_all_of_a_hundred() -> None:
    dice = [Dice(1, line) for line in range(500)]
    assert not any(one.happens("x", 0) for one in dice)
    assert all(one.happens("x", 100) for one in dice)


@pytest.mark.parametrize("choices", [("a",), ("a", "b", "c")])
def test_every_choice_is_drawn_sooner_or_later(choices: tuple[str, ...]) -> None:
    assert {Dice(1, line).one_of("x", choices) for line in range(200)} == set(choices)


def test_a_draw_of_one_name_says_nothing_of_another() -> None:
    pairs = [(Dice(1, line).share("a") < 0.5, Dice(1, line).share("b") < 0.5) for line in range(4000)]
    assert all(abs(pairs.count(pair) / 4000 - 0.25) < 0.03 for pair in set(pairs))
    assert set(ENDINGS) <= set(Ending)
