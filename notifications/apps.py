"""Tells people; it only listens."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Tells people; it only listens."""

    name = "notifications"
