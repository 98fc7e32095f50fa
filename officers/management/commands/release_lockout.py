"""`manage.py release_lockout EMAIL --by EMAIL --reason REASON`: open a log-in that too many tries have closed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.errors import DomainError
from officers import lockouts
from officers.models import User
from officers.selectors import actor_of


class Command(BaseCommand):
    """Release one log-in; the ledger keeps who did it and why."""

    help = "Release a log-in that is locked after too many tries. The ledger keeps who released it and why."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose log-in, who releases it, and how they know whom they help."""
        parser.add_argument("email", help="the address of the locked log-in")
        parser.add_argument("--by", required=True, help="the address of the system administrator who releases it")
        parser.add_argument("--reason", required=True, choices=lockouts.ReleaseReason.values)

    def handle(self, *args: Any, **options: Any) -> None:
        """Release, or say why not."""
        locked, administrator = _person(options["email"]), _person(options["by"])
        reason = lockouts.ReleaseReason(options["reason"])
        try:
            lockouts.release(locked, actor=actor_of(administrator), reason=reason)
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{locked.email} can log in again.")


def _person(email: str) -> User:
    found = User.objects.filter(email__iexact=email.strip()).first()
    if found is None:
        raise CommandError(f"Nobody has the address {email}.")
    return found
