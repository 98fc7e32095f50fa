"""What is known of places: who keeps it and who reads it."""

from django.db.models import Model

from core.permissions import Grant, Scope

RULES: dict[str, tuple[Grant, ...]] = {}
SCOPES: dict[type[Model], Scope] = {}
