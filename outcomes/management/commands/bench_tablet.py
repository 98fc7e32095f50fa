"""`manage.py bench_tablet`: what the officer's tablet weighs, and how fast a tap is safe."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from outcomes.bench import fill, live, scratch, tablet


class Command(BaseCommand):
    """Measure in a database made for it; the real one is never touched."""

    help = "Measure the officer's tablet over loopback in a real browser: first load, tap to stored, tap to answered."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many taps."""
        parser.add_argument("--taps", type=int, default=60, help="taps, one after the other")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, open, tap, tell."""
        try:
            with scratch.database():
                town = fill.build("tablet")
                fill.open_incidents(town)
                scratch.analyze()
                with live.web() as web:
                    found = tablet.measure(town, web.port, options["taps"])
        except (scratch.NoScratch, tablet.NoBrowser, TimeoutError) as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(tablet.text(found))
        if tablet.missed(found):
            raise CommandError("A limit was missed.")
