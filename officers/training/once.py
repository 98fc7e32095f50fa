"""Rules that count from a day: once, within a number of days, every number of months."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from officers.training.count import NEVER, Case, Held, held
from officers.training.facts import Completion, Reason, Result, Rule
from officers.vocabulary import RuleKind, Standing


def standing(case: Case) -> Result:
    """Held for good, held for now, or due by a day."""
    mine = held(case.matching(), case.rule.min_hours, lambda each: _until(case.rule, each))
    if mine.until is not None and mine.until >= case.on:
        return _held(case, mine, mine.until)
    asked = asked_by(case)
    if asked is None:
        return case.answer(Standing.DUE_SOON, Reason.ANCHOR_MISSING, _still(case, mine))
    if mine.until is None:
        reason = Reason.TOO_FEW_HOURS if mine.evidence else Reason.NEVER_DONE
        return case.open_until(asked, reason, _still(case, mine))
    return case.open_until(max(asked, mine.until), Reason.EXPIRED, _still(case, mine))


def asked_by(case: Case) -> date | None:
    """The last day for a first completion; None when the day it counts from is not known.

    A later version may ask earlier, but never for a day before it came into force.
    """
    due = NEVER
    for rule in case.versions:
        if rule.effective_from > case.on:
            break
        raw = _raw(case, rule)
        if raw is not None and _asks(case, rule):
            due = max(raw, min(due, rule.effective_from))
    return due if _raw(case, case.rule) is not None else None


def _asks(case: Case, rule: Rule) -> bool:
    return not rule.licenses or case.trainee.license in rule.licenses


def _raw(case: Case, rule: Rule) -> date | None:
    if not rule.anchor:
        return max(case.versions[0].effective_from, case.trainee.hired_on or date.min)
    start = case.trainee.anchor(rule.anchor)
    if start is None:
        return None
    if rule.kind == RuleKind.WITHIN_DAYS:
        return start + timedelta(days=rule.number or 0)
    if rule.kind == RuleKind.EVERY_MONTHS:
        return start + relativedelta(months=rule.number or 0)
    return start


def _until(rule: Rule, completion: Completion) -> date:
    ends = completion.expires_on or NEVER
    if rule.kind != RuleKind.EVERY_MONTHS:
        return ends
    months: date = completion.day + relativedelta(months=rule.number or 0)
    return min(ends, months)


def _held(case: Case, mine: Held, until: date) -> Result:
    if until == NEVER:
        return case.answer(Standing.MET, Reason.HELD, mine)
    # What ends before a first completion is asked for leaves nobody due before that day.
    last = max(until, asked_by(case) or until)
    near = last - case.on <= timedelta(days=case.rule.due_soon_days)
    return case.answer(Standing.DUE_SOON if near else Standing.MET, Reason.EXPIRES, mine, last)


def _still(case: Case, mine: Held) -> Held:
    """Of what was once enough or part of it, what holds now: lapsed completions are no evidence."""
    good = tuple(each for each in mine.evidence if _until(case.rule, each) >= case.on)
    return Held(mine.until, good)
