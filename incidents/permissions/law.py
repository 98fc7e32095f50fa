"""Who may do and see what of duties that the law sets, their clocks and forms."""

from django.db.models import Model

from core.permissions import Grant, Scope

RULES: dict[str, tuple[Grant, ...]] = {}

SCOPES: dict[type[Model], Scope] = {}
