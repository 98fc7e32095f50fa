"""How a person stands with the training rules on a day: met, due, overdue, and by which evidence. Pure.

What is decided here, where law and practice leave it open:

- The version in force on the day decides what is asked. A completion counts when this version names its course, or
  when the version in force on the day of the completion did: what was right when it was done stays right.
- A change never makes anybody late for a day before the change.
- Only verified completions count, none of the future, and none after the last day of a retired course.
- Of several certificates the one that lasts longest decides, so a further course never makes a standing worse.
- A day named as the end is the last good day: a certificate of 24 months from February 29 holds through February 28.
- Without an anchor, `once` and `every_months` are due with the rule's first day, or with the hire when that is later.
- Period rules ask by the end of the period. Expiry means nothing to them: the hours were done. Completions before the
  hire count. Who is hired in the last 90 days of a period owes the next one instead. A missed period stays overdue
  until the present period's demand is met.
- A missing anchor day is a gap in the data: the rule is shown as due soon, without a day, unless evidence meets it.
- A waiver excuses what is not met; it hides neither what is met nor what does not apply.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from officers.training import once, periods
from officers.training.count import Case
from officers.training.facts import Completion, Excuse, Period, Reason, Result, Rule, Substitutes, Trainee
from officers.vocabulary import RuleKind, Standing

PERIODIC = (RuleKind.PER_UNIT, RuleKind.PER_CYCLE)
EXCUSABLE = (Standing.DUE, Standing.DUE_SOON, Standing.OVERDUE)


def evaluate(
    trainee: Trainee,
    rules: Iterable[Rule],
    completions: Iterable[Completion],
    periods_known: Iterable[Period],
    substitutes: Substitutes,
    waivers: Iterable[Excuse],
    on: date,
) -> tuple[Result, ...]:
    """One result for each rule in force on that day, by its slug."""
    counted = _counted(completions, on)
    known = tuple(sorted(periods_known, key=lambda period: period.starts_on))
    excuses = {excuse.rule: excuse for excuse in waivers if excuse.until is None or on <= excuse.until}
    found = []
    for versions in _by_slug(rules):
        if not any(version.in_force(on) for version in versions):
            continue
        case = Case(trainee, versions, counted, known, substitutes, on)
        found.append(_excused(_standing(case), excuses))
    return tuple(found)


def _counted(completions: Iterable[Completion], on: date) -> tuple[Completion, ...]:
    """Each once, however often it was handed in; oldest first."""
    good = {
        each.id: each
        for each in completions
        if each.verified and each.day <= on and (each.retired_on is None or each.day <= each.retired_on)
    }
    return tuple(sorted(good.values(), key=lambda each: (each.day, each.course, str(each.id))))


def _by_slug(rules: Iterable[Rule]) -> Iterator[tuple[Rule, ...]]:
    versions: dict[str, list[Rule]] = {}
    for rule in rules:
        versions.setdefault(rule.slug, []).append(rule)
    for slug in sorted(versions):
        yield tuple(sorted(versions[slug], key=lambda rule: rule.effective_from))


def _standing(case: Case) -> Result:
    outside = _outside(case)
    if outside is not None:
        return case.answer(Standing.NOT_APPLICABLE, outside)
    return periods.standing(case) if case.rule.kind in PERIODIC else once.standing(case)


def _outside(case: Case) -> Reason | None:
    """Why the rule does not ask this person at all."""
    who, rule = case.trainee, case.rule
    if not who.active or (who.separated_on is not None and case.on > who.separated_on):
        return Reason.SEPARATED
    if rule.licenses and who.license not in rule.licenses:
        return Reason.OTHER_LICENSE
    day = who.anchor(rule.anchor) if rule.anchor else None
    if rule.anchored_from is not None and day is not None and day < rule.anchored_from:
        return Reason.ANCHORED_EARLIER
    return None


def _excused(result: Result, excuses: dict[str, Excuse]) -> Result:
    excuse = excuses.get(result.rule)
    if excuse is None or result.standing not in EXCUSABLE:
        return result
    return replace(result, standing=Standing.WAIVED, reason=Reason.WAIVED, due_on=excuse.until, overdue_since=None)
