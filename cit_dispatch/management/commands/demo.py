"""`manage.py demo`: the invented district, loaded once; `--logins` prints who can be signed in as."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from cit_dispatch.demo import (
    calls,
    care,
    coverage,
    desks,
    intake,
    law,
    met,
    people,
    places,
    plans,
    premises,
    response_plans,
    roster,
    script,
    shifts,
    training,
    units,
)
from cit_dispatch.demo.logins import demo_logins
from core import clock
from officers.models import Agency


class Command(BaseCommand):
    """Load the demonstration district; a second time changes nothing."""

    help = "Load the invented district Sotol Ridge ISD once, or print its log-ins."

    def add_arguments(self, parser: CommandParser) -> None:
        """Two switches."""
        parser.add_argument("--logins", action="store_true", help="print the log-ins instead of loading")
        parser.add_argument("--calls", action="store_true", help="load some calls in progress too")

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing, and never in production."""
        if not settings.DEMO:
            raise CommandError("The demonstration is not for production: it is refused unless CIT_DEMO=1.")
        if options["logins"]:
            self._print()
        elif Agency.objects.filter(short_name="sotol").exists():
            self.stdout.write("The demonstration district is already there.")
        else:
            with transaction.atomic():
                at, built = clock.now(), places.build()
                people.build(built, at)
                shifts.build(built.agency, at)
                roster.build(built.agency, at)
                coverage.build(built, at)
                training.build(built.agency, at)
                premises.build(built, at)
                plans.build(built, at)
                intake.build(built, at)
                desks.build(built, at)
                script.build(built, at)
                response_plans.build(built, at)
                law.build(built, at)
                if options["calls"]:
                    desks.seat(built, at)
                    calls.build(built, at)
                    units.build(built, at)
                    care.tell(built, at)
                    met.build(built, at)
                    script.hand_over(built, at)
                    intake.plan(built, at)
                    law.tell(built, at)
            self.stdout.write("The demonstration district Sotol Ridge ISD is loaded.")

    def _print(self) -> None:
        self.stdout.write(
            f'Log-ins (password of all: "{people.SHARED_WORDS}"; one click on the log-in page does it too)'
        )
        for login in demo_logins():
            self.stdout.write(f"  {login['label']:<30} {login['email']}")
