"""`manage.py import_places KIND FILE`: aliases, extensions or room uses from a CSV file, whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.actors import SYSTEM, Actor
from core.errors import DomainError
from officers.management.commands.import_roster import agency_named, content_of
from officers.permissions.who import SUPERVISOR
from officers.places.importing import COLUMNS, Plan
from officers.services import places_import


class Command(BaseCommand):
    """Looks first, says every bad row, and takes the file only when there is none."""

    help = "Import aliases, extensions or room uses from a CSV file; with --dry-run only say what it would change."

    def add_arguments(self, parser: CommandParser) -> None:
        """What it holds, the file, the agency when there are several, and whether to look only."""
        parser.add_argument("kind", choices=list(COLUMNS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--agency", default="", help="its short name; may be left out when there is only one")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing."""
        actor = Actor(agency_named(options["agency"]).pk, roles=SUPERVISOR, name=SYSTEM)
        content, noun = content_of(options["file"]), options["kind"]
        try:
            plan = places_import.check(content, noun=noun, actor=actor)
            self._tell(plan)
            if not options["dry_run"]:
                places_import.run(content, noun=noun, actor=actor, digest=plan.digest(content))
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("Nothing was changed." if options["dry_run"] else "The file was taken.")

    def _tell(self, plan: Plan) -> None:
        for row in (*plan.new, *plan.changed):
            self.stdout.write(f"Line {row.line}, {row.kind}: {row.title}")
        for bad in plan.bad:
            self.stderr.write(str(bad))
        self.stdout.write(
            f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.same)} unchanged, {len(plan.bad)} bad rows."
        )
        if plan.bad:
            raise CommandError("Nothing was changed: correct these rows first.")
