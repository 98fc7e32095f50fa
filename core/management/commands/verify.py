"""`manage.py verify`: every invariant, a line each, and exit 1 when one is broken."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.invariants import INVARIANTS


class Command(BaseCommand):
    """Ask every invariant and name the rows that break one."""

    help = "Check the hash chain and every other invariant; exits 1 when one is broken."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line per invariant and one per broken row."""
        broken = 0
        for invariant in INVARIANTS:
            found = list(invariant.find())
            broken += len(found)
            self.stdout.write(f"{'BROKEN' if found else 'ok':7} {invariant.sentence}")
            for line in found:
                self.stdout.write(f"        {line}")
        if broken:
            raise CommandError(f"{broken} rows break an invariant.")
        self.stdout.write(f"All {len(INVARIANTS)} invariants hold.")
