"""The mechanism app: no domain noun lives here."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules

from core import rights


class CoreConfig(AppConfig):
    """Collects what every domain app declares as data."""

    name = "core"

    def ready(self) -> None:
        """Load the tables of every app once, so that an undeclared code is an error from the first request."""
        # Django's own signal is the only place that runs after the last migration of every app.
        post_migrate.connect(rights.grant, sender=self, dispatch_uid="core.rights")
        autodiscover_modules("events", "workflow", "permissions", "consumers", "invariants", "obligations", "topics")
