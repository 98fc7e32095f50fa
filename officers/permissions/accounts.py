"""Log-ins: administrators of the system open what too many tries have closed."""

from django.db.models import Model

from core.permissions import Grant, Scope
from officers.roles import Role

RULES: dict[str, tuple[Grant, ...]] = {"account.release": (Grant(frozenset({Role.SYSTEM_ADMIN.value})),)}

SCOPES: dict[type[Model], Scope] = {}
