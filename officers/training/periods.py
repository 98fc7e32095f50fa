"""Rules that ask in each training unit or cycle."""

from datetime import date, timedelta

from officers.training.count import NEVER, NOTHING, ONE_DAY, Case, Held, held
from officers.training.facts import Period, Reason, Result, Rule
from officers.vocabulary import PeriodKind, RuleKind, Standing

# Who is hired this late in a period owes the next one.
LATE_HIRE = timedelta(days=90)
KINDS = {RuleKind.PER_UNIT.value: PeriodKind.UNIT.value, RuleKind.PER_CYCLE.value: PeriodKind.CYCLE.value}


def standing(case: Case) -> Result:
    """Met in the present period, due by its end, or overdue from the one before."""
    now = _present(case)
    mine = _held_in(case, now, case.rule) if now else NOTHING
    if mine.until is not None:
        return case.answer(Standing.MET, Reason.HELD_IN_PERIOD, mine)
    missed = _missed(case, now)
    if missed is not None:
        return case.open_until(missed.ends_on, Reason.PERIOD_MISSED, mine)
    if now is None:
        return case.answer(Standing.NOT_APPLICABLE, Reason.NO_PERIOD)
    return _open(case, now, mine)


def _open(case: Case, now: Period, mine: Held) -> Result:
    due_on: date = now.ends_on
    reason = Reason.TOO_FEW_HOURS if mine.evidence else Reason.NEVER_DONE
    if _hired_late(case, now):
        following = next((period for period in _of_kind(case) if period.starts_on > now.ends_on), None)
        if following is None:
            return case.answer(Standing.NOT_APPLICABLE, Reason.HIRED_LATE, mine)
        due_on, reason = following.ends_on, Reason.HIRED_LATE
    return case.open_until(due_on, reason, mine)


def _of_kind(case: Case) -> tuple[Period, ...]:
    return tuple(period for period in case.periods if period.kind == KINDS[case.rule.kind])


def _present(case: Case) -> Period | None:
    return next((period for period in _of_kind(case) if period.holds(case.on)), None)


def _missed(case: Case, now: Period | None) -> Period | None:
    """The last period that ended, when the rule asked this person in it and it was not met."""
    ended = [period for period in _of_kind(case) if period.ends_on < case.on]
    if not ended or (now is not None and ended[-1].ends_on + ONE_DAY != now.starts_on):
        return None
    last = ended[-1]
    asked = next((version for version in case.versions if version.in_force(last.ends_on)), None)
    hired = case.trainee.hired_on
    if asked is None or asked.kind != case.rule.kind or _hired_late(case, last) or (hired and hired > last.ends_on):
        return None
    if asked.licenses and case.trainee.license not in asked.licenses:
        return None
    return last if _held_in(case, last, asked).until is None else None


def _hired_late(case: Case, period: Period) -> bool:
    hired = case.trainee.hired_on
    return hired is not None and period.holds(hired) and period.ends_on - hired < LATE_HIRE


def _held_in(case: Case, period: Period, rule: Rule) -> Held:
    inside = [each for each in case.matching(rule) if period.holds(each.day)]
    return held(inside, rule.min_hours, lambda _each: NEVER)
