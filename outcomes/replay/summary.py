"""What a replay says at its end."""

from incidents.record_vocabulary import Outcome
from outcomes.replay.run import Plan, Tally


def text(plan: Plan, tally: Tally, *, owed: int) -> str:
    """The figures, one to a line."""
    left = len(plan.todo) - tally.cases
    lines = [
        f"{tally.cases} cases replayed, {plan.before} had been before, {left} are left.",
        *[f"  skipped, line {bad.line}: {bad.reason}" for bad in plan.skipped],
        *_speed(tally),
        *(f"  {n:6}  {Outcome(outcome).label}" for outcome, n in tally.outcomes.most_common()),
        f"{owed} effects are still owed.",
    ]
    return "\n".join(lines)


def _speed(tally: Tally) -> list[str]:
    if not tally.cases:
        return []
    whole = tally.playing_s + tally.paying_s
    lines = [
        f"From {tally.first} to {tally.last}; a CIT officer was sent to {tally.cit} of {tally.cases}.",
        f"{tally.cases / tally.playing_s:.1f} cases a second; {tally.cases / whole:.1f} with "
        f"their {tally.paid} effects paid.",
    ]
    if not tally.cit:
        lines.append("No certification was valid at that time, so no officer counted as CIT; --start moves the days.")
    return lines
