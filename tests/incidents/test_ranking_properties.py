"""What must hold of the ranking whatever the roster: found by trying many rosters, the same ones every time."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.ranking import Call, Snapshot, Unit, Weights, rank
from incidents.ranking.result import Code, Recommendation, Why
from incidents.ranking.weights import NAMES, bounds
from incidents.ranking.words import lines
from officers.roles import Duty
from officers.vocabulary import Language, RestrictionKind, Skill
from tests.incidents.roster import unit

steady = settings(derandomize=True, max_examples=200, deadline=None, database=None)

some = st.integers(0, 40)
maybe = st.none() | some
skills = st.frozensets(st.sampled_from(Skill.values), max_size=3)
languages = st.frozensets(st.sampled_from(Language.values), max_size=2)
units = st.builds(
    unit,
    call_sign=st.integers(1, 999).map("U-{}".format),
    licensed=st.booleans(),
    peace_officer=st.booleans(),
    cit=st.booleans(),
    duty=st.sampled_from(Duty.values),
    incident=st.sampled_from(("", "", "26-000007")),
    restrictions=st.frozensets(st.sampled_from(RestrictionKind.values), max_size=1),
    minutes=maybe,
    languages=languages,
    skills=skills,
    crisis_calls=st.integers(0, 5),
    hours_on_duty=maybe,
    rest_hours=maybe,
    place_hours=maybe,
)
rosters = st.lists(units, max_size=8, unique_by=lambda one: one.call_sign)
calls = st.builds(
    Call,
    priority=st.sampled_from(("p1", "p2", "p3", "p4")),
    cit_required=st.booleans(),
    cit_on_the_way=st.booleans(),
    peace_officer_on_the_way=st.booleans(),
    language=st.sampled_from(("", "es", "ase")),
    skills=skills,
)
weights = st.builds(Weights, **{name: st.integers(*bounds(name)) for name in NAMES})


@steady
@given(calls, rosters, weights)
def test_whoever_is_recommended_is_on_duty_free_licensed_and_not_restricted(
    call: Call, roster: list[Unit], worth: Weights
) -> None:
    for one in rank(Snapshot(call, roster), worth).ranked:
        assert one.unit.duty == Duty.AVAILABLE
        assert (one.unit.incident, one.unit.restrictions, one.unit.licensed) == ("", frozenset(), True)


@steady
@given(calls, rosters, weights)
def test_a_certified_peace_officer_comes_first_where_one_is_needed_and_free(
    call: Call, roster: list[Unit], worth: Weights
) -> None:
    found = rank(Snapshot(call, roster), worth)
    if call.needs_cit and any(one.unit.meets_cit for one in found.ranked):
        assert found.ranked[0].unit.meets_cit
        assert found.advice == ()


@steady
@given(calls, rosters, weights)
def test_a_security_officer_is_never_first_at_p1_or_p2_while_a_peace_officer_could_be(
    call: Call, roster: list[Unit], worth: Weights
) -> None:
    found = rank(Snapshot(call, roster), worth)
    if call.needs_peace_officer and any(one.unit.peace_officer for one in found.ranked):
        assert found.ranked[0].unit.peace_officer


@steady
@given(calls, rosters, weights, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(call: Call, roster: list[Unit], worth: Weights, dice: Random) -> None:
    shuffled = list(roster)
    dice.shuffle(shuffled)
    assert rank(Snapshot(call, shuffled), worth) == rank(Snapshot(call, roster), worth)


@steady
@given(calls, rosters, units, weights)
def test_a_unit_that_joins_leaves_the_order_of_the_others_as_it_was(
    call: Call, roster: list[Unit], joins: Unit, worth: Weights
) -> None:
    joins = replace(joins, call_sign="Z-0")
    before, after = rank(Snapshot(call, roster), worth), rank(Snapshot(call, [*roster, joins]), worth)
    others = [one.unit for one in after.ranked if one.unit != joins]
    assert others == [one.unit for one in before.ranked]
    first = after.first
    if first is not None and first.unit != joins:
        assert before.first is not None
        assert before.first.unit == first.unit


@steady
@given(calls, rosters, weights, st.integers(1, 60))
def test_driving_farther_never_makes_the_first_better(
    call: Call, roster: list[Unit], worth: Weights, farther: int
) -> None:
    first = rank(Snapshot(call, roster), worth).first
    if first is None or first.unit.minutes is None:
        return
    moved = replace(first.unit, minutes=first.unit.minutes + farther)
    after = rank(Snapshot(call, [moved if one == first.unit else one for one in roster]), worth)
    now = next(one for one in after.ranked if one.unit == moved)
    assert now.rank >= 1
    assert now.score == first.score + farther


@steady
@given(calls, rosters, weights)
def test_the_reasons_account_for_every_place_in_the_order(call: Call, roster: list[Unit], worth: Weights) -> None:
    found = rank(Snapshot(call, roster), worth)
    for one, after in zip(found.ranked, found.ranked[1:], strict=False):
        codes = [reason.code for reason in one.ahead]
        if one.rules != after.rules:
            assert codes == [Code.PEACE_OFFICER_FIRST if one.rules[0] != after.rules[0] else Code.CIT_FIRST]
            assert one.rules < after.rules
            continue
        gap = sum(reason.minutes for reason in one.ahead)
        assert gap == after.score - one.score >= 0
        assert (Code.CALL_SIGN in codes) == (gap == 0)
    assert all(one.ahead == () for one in found.ranked[-1:])


@steady
@given(calls, rosters, weights)
def test_everybody_is_ranked_passed_over_or_off_duty(call: Call, roster: list[Unit], worth: Weights) -> None:
    found = rank(Snapshot(call, roster), worth)
    behind = [one for one in found.passed_over if one.code in (Why.NOT_CERTIFIED, Why.NOT_ALONE)]
    assert len(found.ranked) + len(found.passed_over) - len(behind) + found.off_duty == len(roster)
    assert {one.unit for one in behind} <= {one.unit for one in found.ranked[1:]}


@steady
@given(calls, rosters, weights)
def test_a_call_is_never_held_and_everything_can_be_said(call: Call, roster: list[Unit], worth: Weights) -> None:
    found = rank(Snapshot(call, roster), worth)
    assert _serves(found, call) or found.advice
    assert all(line.strip() and "%(" not in line for line in lines(found))


def _serves(found: Recommendation, call: Call) -> bool:
    first = found.first
    return first is not None and (first.unit.meets_cit or not call.needs_cit)
