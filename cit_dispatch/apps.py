"""The composition root as an app: whoever sets Django up has the Celery application too."""

from django.apps import AppConfig

from cit_dispatch.celery import app

__all__ = ["CitDispatchConfig", "app"]


class CitDispatchConfig(AppConfig):
    """Loaded last, after everything it composes."""

    name = "cit_dispatch"
