"""`manage.py bench`: the pages beside bare PostgreSQL and bare Django, in one run."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from outcomes.bench import fill, probes, scratch, table
from outcomes.bench.measure import Probe, rounds


class Command(BaseCommand):
    """Measure in a database made for it; the real one is never touched."""

    help = "Measure the pages and the recommendation beside bare PostgreSQL and bare Django, with two sizes of history."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much history, how many rounds."""
        parser.add_argument("--small", type=int, default=200, help="closed incidents at first")
        parser.add_argument("--large", type=int, default=20_000, help="closed incidents in the end")
        parser.add_argument("--rounds", type=int, default=60, help="turns at each size")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure with the small history, add the rest, measure again."""
        small, large, turns = options["small"], options["large"], options["rounds"]
        try:
            with scratch.database():
                for route in probes.missing():
                    self.stdout.write(f"skipped: this version has no page {route}")
                towns = fill.towns()
                before = _measured(towns, (1, small), turns)
                after = _measured(towns, (small + 1, large), turns)
        except scratch.NoScratch as reason:
            raise CommandError(str(reason)) from reason
        except probes.Unexpected as answer:
            raise CommandError(f"A page did not answer as it should: {answer}") from answer
        self.stdout.write(table.text(before, after, (small, large)))


def _measured(towns: fill.Towns, closed: tuple[int, int], turns: int) -> list[Probe]:
    for town in (towns.town, towns.crowd):
        fill.history(town, *closed)
    scratch.analyze()
    raw = scratch.bare()
    try:
        found = probes.make(towns, raw)
        with tqdm(total=turns, unit="round", disable=None) as bar:
            rounds(found, turns, bar.update)
    finally:
        raw.close()
    return found
