"""Referrals and their closed loop."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """Referrals and their closed loop."""

    name = "referrals"
