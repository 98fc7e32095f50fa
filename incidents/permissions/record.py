"""Who may do and see what of the de-escalation record."""

from django.db.models import Model

from core.permissions import Grant, Scope

RULES: dict[str, tuple[Grant, ...]] = {}

SCOPES: dict[type[Model], Scope] = {}
