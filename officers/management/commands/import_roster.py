"""`manage.py import_roster FILE`: the roster of an agency from a CSV file, whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.actors import SYSTEM, Actor
from core.errors import DomainError
from officers.models import Agency
from officers.permissions.who import SUPERVISOR
from officers.roster_csv.plan import Plan
from officers.services import roster_import


class Command(BaseCommand):
    """Looks first, says every bad row, and takes the file only when there is none."""

    help = "Import the roster from a CSV file; with --dry-run only say what it would change."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, the agency when there are several, and whether to look only."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--agency", default="", help="its short name; may be left out when there is only one")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing."""
        # Whoever reaches the command line holds the database, and before the first import there is no supervisor.
        actor = Actor(agency_named(options["agency"]).pk, roles=SUPERVISOR, name=SYSTEM)
        content = content_of(options["file"])
        try:
            plan = roster_import.check(content, actor=actor)
            self._tell(plan)
            if not options["dry_run"]:
                roster_import.run(content, actor=actor, digest=plan.digest(content))
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("Nothing was changed." if options["dry_run"] else "The file was taken.")

    def _tell(self, plan: Plan) -> None:
        for row in (*plan.new, *plan.changed):
            told = ", ".join(
                f"{change.name}: {change.before or '-'} > {change.after or '-'}" for change in row.differences
            )
            self.stdout.write(f"Line {row.line}, {row.unit}, {row.kind}: {told}")
        for bad in plan.bad:
            self.stderr.write(str(bad))
        counts = (
            f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.same)} unchanged, {len(plan.bad)} bad rows."
        )
        self.stdout.write(counts)
        if plan.bad:
            raise CommandError("Nothing was changed: correct these rows first.")


def agency_named(short_name: str) -> Agency:
    """The agency of this short name, or the only one."""
    found = list(Agency.objects.filter(**({"short_name": short_name} if short_name else {}))[:2])
    if len(found) != 1:
        known = ", ".join(Agency.objects.order_by("short_name").values_list("short_name", flat=True))
        raise CommandError(f"Name the agency with --agency. Known: {known or 'none'}.")
    return found[0]


def content_of(path: Path) -> bytes:
    """The bytes of a file, or a refusal in words."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
