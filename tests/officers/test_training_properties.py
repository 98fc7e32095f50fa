"""What holds for every person, every rule and every day."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from officers.training.evaluator import evaluate
from officers.training.facts import Completion, Excuse, Result, Rule, Trainee
from officers.vocabulary import Standing
from tests.officers.training_table import PERIODS

COURSES = ("1850", "3843", "1849", "CPR")
SUBSTITUTES = {"1850": frozenset({"3843"})}
KNOWN = [*PERIODS["last"], *PERIODS["now"]]
BADNESS = {
    Standing.NOT_APPLICABLE: 0,
    Standing.WAIVED: 0,
    Standing.MET: 0,
    Standing.DUE: 1,
    Standing.DUE_SOON: 2,
    Standing.OVERDUE: 3,
}

days = st.dates(date(2018, 1, 1), date(2030, 12, 31))
hours = st.none() | st.integers(0, 40).map(Decimal)
fixed = settings(max_examples=200, derandomize=True, deadline=None, database=None)


@st.composite
def completions(draw: st.DrawFn, verified: bool = True) -> Completion:
    """A completion of any day, with or without an end."""
    day = draw(days)
    lasts = draw(st.none() | st.integers(0, 2000))
    return Completion(
        id=draw(st.uuids()),
        course=draw(st.sampled_from(COURSES)),
        day=day,
        hours=draw(hours),
        verified=verified,
        expires_on=None if lasts is None else day + timedelta(days=lasts),
    )


@st.composite
def rule_versions(draw: st.DrawFn) -> list[Rule]:
    """One or two versions of a rule of any kind, the second from the day after the first."""
    change = draw(st.none() | days)
    first = draw(_rules(date(2017, 1, 1), change))
    if change is None:
        return [first]
    return [first, draw(_rules(change + timedelta(days=1), None))]


@st.composite
def _rules(draw: st.DrawFn, start: date, end: date | None) -> Rule:
    kind = draw(st.sampled_from(["once", "within_days", "per_unit", "per_cycle", "every_months"]))
    anchors = ["hire", "placement"] if kind == "within_days" else ["", "hire", "placement"]
    return Rule(
        slug="rule",
        kind=kind,
        effective_from=start,
        effective_to=end,
        number=draw(st.integers(1, 48)),
        anchor=draw(st.sampled_from(anchors)) if not kind.startswith("per_") else "",
        licenses=draw(st.sampled_from([frozenset(), frozenset({"peace_officer"}), frozenset({"none"})])),
        courses=draw(st.frozensets(st.sampled_from(COURSES), max_size=2)),
        min_hours=draw(st.none() | st.integers(1, 40).map(Decimal)),
        due_soon_days=draw(st.integers(0, 180)),
    )


trainees = st.builds(
    Trainee,
    license=st.just("peace_officer"),
    hired_on=st.none() | days,
    placed_on=st.none() | days,
    separated_on=st.none() | days,
)
excuses = st.lists(st.builds(Excuse, rule=st.just("rule"), until=st.none() | days), max_size=1)
many = st.lists(completions(), max_size=6)


def standing(who: Trainee, rules: list[Rule], done: list[Completion], given: list[Excuse], on: date) -> Result:
    """The one result."""
    (result,) = evaluate(who, rules, done, KNOWN, SUBSTITUTES, given, on)
    return result


@fixed
@given(trainees, rule_versions(), many, completions(), excuses, days)
def test_a_further_verified_completion_never_makes_a_standing_worse(
    who: Trainee, rules: list[Rule], done: list[Completion], more: Completion, given_up: list[Excuse], on: date
) -> None:
    before = standing(who, rules, done, given_up, on)
    after = standing(who, rules, [*done, more], given_up, on)
    assert BADNESS[after.standing] <= BADNESS[before.standing]


@fixed
@given(trainees, rule_versions(), many, days)
def test_the_order_of_completions_and_versions_means_nothing(
    who: Trainee, rules: list[Rule], done: list[Completion], on: date
) -> None:
    turned = sorted(done, key=lambda each: str(each.id), reverse=True)
    assert standing(who, rules, done, [], on) == standing(who, rules[::-1], turned, [], on)


@fixed
@given(trainees, rule_versions(), many, days)
def test_nothing_is_met_without_evidence(who: Trainee, rules: list[Rule], done: list[Completion], on: date) -> None:
    result = standing(who, rules, done, [], on)
    if result.standing == Standing.MET:
        assert result.evidence
    assert set(result.evidence) <= {each.id for each in done if each.day <= on}


@fixed
@given(trainees, rule_versions(), many, st.lists(completions(verified=False), max_size=4), excuses, days)
def test_unverified_completions_change_nothing(
    who: Trainee,
    rules: list[Rule],
    done: list[Completion],
    unverified: list[Completion],
    given_up: list[Excuse],
    on: date,
) -> None:
    assert standing(who, rules, done, given_up, on) == standing(who, rules, [*done, *unverified], given_up, on)


@fixed
@given(trainees, rule_versions(), many, days)
def test_completions_of_the_future_change_nothing(
    who: Trainee, rules: list[Rule], done: list[Completion], on: date
) -> None:
    past = [each for each in done if each.day <= on]
    assert standing(who, rules, done, [], on) == standing(who, rules, past, [], on)


@fixed
@given(trainees, rule_versions(), many, days)
def test_a_completion_handed_in_twice_is_counted_once(
    who: Trainee, rules: list[Rule], done: list[Completion], on: date
) -> None:
    assert standing(who, rules, done, [], on) == standing(who, rules, [*done, *done], [], on)


@fixed
@given(trainees, rule_versions(), many, excuses, days)
def test_late_means_that_the_day_has_passed_and_nothing_else_does(
    who: Trainee, rules: list[Rule], done: list[Completion], given_up: list[Excuse], on: date
) -> None:
    result = standing(who, rules, done, given_up, on)
    assert (result.standing == Standing.OVERDUE) == (result.overdue_since is not None)
    if result.overdue_since is not None and result.due_on is not None:
        assert result.overdue_since == result.due_on + timedelta(days=1) <= on
    elif result.due_on is not None:
        assert result.due_on >= on


@fixed
@given(trainees, rule_versions(), many, days)
def test_a_waiver_without_end_leaves_nothing_due(
    who: Trainee, rules: list[Rule], done: list[Completion], on: date
) -> None:
    assert BADNESS[standing(who, rules, done, [Excuse("rule")], on).standing] == 0


@fixed
@given(trainees, rule_versions(), many, days)
def test_soon_is_within_the_warning_of_the_rule(
    who: Trainee, rules: list[Rule], done: list[Completion], on: date
) -> None:
    result = standing(who, rules, done, [], on)
    warning = next(rule for rule in rules if rule.in_force(on)).due_soon_days
    if result.due_on is not None and result.standing == Standing.DUE_SOON:
        assert (result.due_on - on).days <= warning
    if result.due_on is not None and result.standing == Standing.DUE:
        assert (result.due_on - on).days > warning
