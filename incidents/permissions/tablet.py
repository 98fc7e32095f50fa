"""Who may do and see what of the officer's tablet: devices, sealed entries, what came late."""

from django.db.models import Model

from core.permissions import Grant, Scope

RULES: dict[str, tuple[Grant, ...]] = {}

SCOPES: dict[type[Model], Scope] = {}
