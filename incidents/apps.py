"""Calls, incidents, assignments and de-escalation records."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Calls, incidents, assignments and de-escalation records."""

    name = "incidents"
