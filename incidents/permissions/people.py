"""Who may do and see what of people and their earlier contacts."""

from django.db.models import Model

from core.permissions import Grant, Scope

RULES: dict[str, tuple[Grant, ...]] = {}

SCOPES: dict[type[Model], Scope] = {}
