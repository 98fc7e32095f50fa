"""`manage.py replay FILE`: real arrivals through the real services."""

import signal
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from outcomes.replay import run, summary
from outcomes.replay.days import START
from outcomes.replay.errors import ReplayRefused


class Command(BaseCommand):
    """Replay a file of arrivals; the same file again goes on where it stopped."""

    help = "Turn each row of a file of arrivals into a whole case, through the services that the pages use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and how much of it goes where."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--limit", type=int, help="only the first N rows of the file")
        parser.add_argument("--campuses", default="", help="codes, separated by commas; without it all of them")
        parser.add_argument("--seed", type=int, default=1, help="another seed tells other stories")
        parser.add_argument("--agency", default="", help="short name; not needed when there is only one")
        parser.add_argument("--skip-bad", action="store_true", help="leave malformed rows out and list them")
        parser.add_argument("--start", type=date.fromisoformat, default=START, help="the first day, 2014-01-01")

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge all rows, play them, tell what came of it."""
        wish = run.Wish(
            path=options["file"],
            limit=options["limit"],
            campuses=tuple(code for code in options["campuses"].split(",") if code),
            seed=options["seed"],
            agency=options["agency"],
            skip_bad=options["skip_bad"],
            start=options["start"],
        )
        try:
            plan = run.prepare(wish)
            with _finishing_the_case() as asked, _bar(len(plan.todo)) as bar:
                tally = run.perform(plan, wish.seed, stop=asked.is_set, step=bar.update)
        except ReplayRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(summary.text(plan, tally, owed=run.owed(plan)))


def _bar(total: int) -> "tqdm[Any]":
    return tqdm(total=total, unit="case", disable=None)


@contextmanager
def _finishing_the_case() -> Iterator[Event]:
    """Ctrl-C asks; the case that runs is finished first."""
    asked = Event()

    def ask(signum: int, frame: FrameType | None) -> None:
        asked.set()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)
