"""People, places and readiness."""

from django.apps import AppConfig


class OfficersConfig(AppConfig):
    """The lowest domain app."""

    name = "officers"
