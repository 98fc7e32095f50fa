"""`manage.py docs`: write docs/generated anew; `--check` fails when a page is stale."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cit_dispatch.reference import pages


class Command(BaseCommand):
    """Write or check the generated reference."""

    help = "Write docs/generated from the program's own tables, or check that it is fresh."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One switch."""
        parser.add_argument("--check", action="store_true", help="change nothing; fail when a page is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare or write."""
        folder = settings.BASE_DIR / "docs" / "generated"
        folder.mkdir(parents=True, exist_ok=True)
        wanted = pages()
        stale = [n for n, text in wanted.items() if not (folder / n).exists() or (folder / n).read_text() != text]
        if options["check"] and stale:
            raise CommandError(f"Stale: {', '.join(stale)}. Run `manage.py docs` and commit the result.")
        for name in stale:
            (folder / name).write_text(wanted[name])
        self.stdout.write(f"{len(wanted)} pages, {len(stale)} written.")
