"""`manage.py import_shifts FILE --as ADDRESS`: plan the shifts of a CSV file, all of them or none."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.errors import DomainError
from officers.models import User
from officers.selectors import actor_of
from officers.services import shift_files


class Command(BaseCommand):
    """Check a file and, unless --check is given, import it."""

    help = "Import shifts from a CSV file: badge, date, starts, ends, position, campus, template."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and in whose name."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="email", required=True, help="the address of the supervisor who plans")
        parser.add_argument("--check", action="store_true", help="only say what would happen")

    def handle(self, *args: Any, **options: Any) -> None:
        """Every bad row is named with its line; then nothing is changed."""
        user = User.objects.filter(email__iexact=options["email"], is_active=True).first()
        if user is None:
            raise CommandError("Nobody has this address.")
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        try:
            content, actor = path.read_bytes(), actor_of(user)
            sheet = shift_files.check(actor=actor, content=content)
            for bad in sheet.bad:
                self.stderr.write(str(bad))
            if not options["check"]:
                shift_files.load(actor=actor, content=content)
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        done = "would be planned" if options["check"] else "planned"
        self.stdout.write(
            f"{len(sheet.wanted)} shifts {done}, {sheet.existing} were there, {len(sheet.bad)} are wrong."
        )
