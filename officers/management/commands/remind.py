"""`manage.py remind`: give the reminders of a day by hand; what was given already is not given again."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import clock
from officers.models import Agency
from officers.services import reminders


class Command(BaseCommand):
    """Remind of trainings that are due or have lapsed, in every agency."""

    help = "Remind of trainings that are due or have lapsed. --on takes a day other than today."

    def add_arguments(self, parser: CommandParser) -> None:
        """One day."""
        parser.add_argument("--on", help="the day, as YYYY-MM-DD; today on each agency's calendar when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep, whatever the hour."""
        asked = _day(options["on"])
        now = clock.now()
        for agency in Agency.objects.order_by("short_name"):
            on = asked or now.astimezone(agency.zone).date()
            given = reminders.sweep(agency, on, at=now)
            self.stdout.write(f"{agency.short_name}: {given} reminders for {on}")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text} is not a day. Write it as YYYY-MM-DD.") from error
