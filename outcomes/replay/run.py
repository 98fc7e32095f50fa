"""The loop: one transaction for each case, resumable, with its effects paid on the way."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import transaction

from core import clock, outbox
from core.errors import Conflict
from core.models import Outbox
from outcomes.models import ReplayedRow
from outcomes.replay.case import Played, cast_case, play
from outcomes.replay.cast import Cast, gather
from outcomes.replay.days import START, dated
from outcomes.replay.errors import ReplayRefused
from outcomes.replay.rows import Arrivals, BadRow, Row, read

PAY_EVERY = 50
TRIES = 3
# From the call to the director's next step; a follow-up cannot lie in the future.
LONGEST_CASE = timedelta(days=40)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asked for."""

    path: Path
    limit: int | None = None
    campuses: tuple[str, ...] = ()
    seed: int = 1
    agency: str = ""
    skip_bad: bool = False
    start: date = START


@dataclass
class Plan:
    """The rows that are still to be replayed, and how many already were."""

    cast: Cast
    source: str
    todo: list[tuple[Row, date]]
    before: int
    skipped: list[BadRow]


@dataclass
class Tally:
    """What the summary tells."""

    cases: int = 0
    cit: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None
    playing_s: float = 0.0
    paying_s: float = 0.0
    paid: int = 0

    def count(self, played: Played, day: date) -> None:
        """Add one case."""
        self.cases += 1
        self.cit += played.cit
        self.outcomes[played.outcome] += 1
        self.first = self.first or day
        self.last = day


def prepare(wish: Wish) -> Plan:
    """Judge everything first; a refusal leaves the database untouched."""
    if not settings.DEMO:
        raise ReplayRefused("A replay writes invented cases that can never be removed: it needs CIT_DEMO=1.")
    arrivals = read(wish.path, wish.limit)
    if arrivals.bad and not wish.skip_bad:
        raise ReplayRefused(_listed(arrivals))
    cast = gather(wish.agency, wish.campuses)
    rows = list(dated(arrivals.rows, wish.start))
    if rows and rows[-1][1] > (clock.now() - LONGEST_CASE).date():
        raise ReplayRefused(f"The rows reach {rows[-1][1]}, too late for their follow-up. Choose an earlier --start.")
    done = set(
        ReplayedRow.objects.filter(agency_id=cast.agency.pk, source=arrivals.source).values_list("line", flat=True)
    )
    todo = [(row, day) for row, day in rows if row.line not in done]
    return Plan(cast, arrivals.source, todo, len(rows) - len(todo), arrivals.bad)


def perform(plan: Plan, seed: int, *, stop: Callable[[], bool], step: Callable[[], object]) -> Tally:
    """Play what is left until it is done or `stop` says so; the case that runs is finished."""
    tally = Tally()
    for row, day in plan.todo:
        if stop():
            break
        begun = time.monotonic()
        tally.count(_one(plan, row, day, seed), day)
        tally.playing_s += time.monotonic() - begun
        step()
        if tally.cases % PAY_EVERY == 0:
            _pay(plan, tally)
    _pay(plan, tally)
    return tally


def owed(plan: Plan) -> int:
    """Effects of this agency that nobody has paid yet."""
    return Outbox.objects.filter(agency_id=plan.cast.agency.pk, done_at__isnull=True).count()


def _one(plan: Plan, row: Row, day: date, seed: int) -> Played:
    """A whole case and its mark, or nothing; someone else may take the chosen officer, so it tries again."""
    for _attempt in range(TRIES - 1):
        try:
            return _once(plan, row, day, seed)
        except Conflict:
            continue
    return _once(plan, row, day, seed)


def _once(plan: Plan, row: Row, day: date, seed: int) -> Played:
    with transaction.atomic():
        played = play(cast_case(plan.cast, plan.source, row, day, seed))
        ReplayedRow.objects.create(
            agency_id=plan.cast.agency.pk, source=plan.source, line=row.line, case_id=played.case_id
        )
    return played


def _pay(plan: Plan, tally: Tally) -> None:
    """Often, so that real messages never wait behind thousands of old ones."""
    begun = time.monotonic()
    for lane in _lanes(plan):
        while paid := outbox.relay(lane):
            tally.paid += paid
    tally.paying_s += time.monotonic() - begun


def _lanes(plan: Plan) -> Iterator[str]:
    due = Outbox.objects.filter(agency_id=plan.cast.agency.pk, done_at__isnull=True)
    yield from list(due.order_by("lane").values_list("lane", flat=True).distinct())


def _listed(arrivals: Arrivals) -> str:
    lines = [f"line {bad.line}: {bad.reason}" for bad in islice(arrivals.bad, 20)]
    more = len(arrivals.bad) - len(lines)
    if more:
        lines.append(f"and {more} more")
    listed = "\n  ".join(lines)
    return f"{len(arrivals.bad)} rows cannot be used. Nothing was imported; --skip-bad leaves them out.\n  {listed}"
