"""`manage.py fake_providers`: the stand-in providers of SMS, calls, push and webhooks, until told to stop."""

import os
import signal
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cit_dispatch.fake_providers import FakeProviders, Receipts
from cit_dispatch.ports import DEFAULTS


class Command(BaseCommand):
    """Take messages instead of sending them."""

    help = "Run stand-ins for the providers of SMS, calls, push and webhooks; their page lists what arrived."

    def handle(self, *args: Any, **options: Any) -> None:
        """Until a signal; never in production."""
        if not settings.DEMO:
            raise CommandError("The stand-in providers are not for production: they are refused unless CIT_DEMO=1.")
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        port = int(os.environ.get("PROVIDERS_PORT") or DEFAULTS["PROVIDERS_PORT"])
        with FakeProviders(port, settings.TWILIO_AUTH_TOKEN) as providers:
            providers.book.behave(receipts=Receipts.IN_ORDER)
            stop.wait()
