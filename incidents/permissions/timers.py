"""Welfare checks and other clocks: who may, and what exists for whom."""

from django.db.models import Model

from core.permissions import Grant, Scope

RULES: dict[str, tuple[Grant, ...]] = {}
SCOPES: dict[type[Model], Scope] = {}
