"""Counts what was achieved; it only reads."""

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    """Counts what was achieved; it only reads."""

    name = "outcomes"
