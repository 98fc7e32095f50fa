"""The mechanism app: no domain noun lives here."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """Collects what every domain app declares as data."""

    name = "core"

    def ready(self) -> None:
        """Load the tables of every app once, so that an undeclared code is an error from the first request."""
        autodiscover_modules("events", "workflow", "permissions", "consumers", "invariants")
