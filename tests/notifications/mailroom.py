"""A mail server that answers as a test says, and one message owed to one counselor."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.conf import LazySettings
from django.db import connection
from django.utils import timezone

from notifications.models import Delivery
from notifications.services import deliveries
from officers.models import Agency, User
from officers.roles import Role
from tests.cast import person


@dataclass
class Server:
    """What it says to a recipient and to a message, what it does meanwhile, and what it has kept."""

    to_recipient: str = "250 OK"
    to_message: str = "250 kept"
    meanwhile: Callable[[], object] | None = None
    kept: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Envelope, address: str, options: Any) -> str:
        """Take or refuse one recipient."""
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:
        """Let something happen while the sender waits, then answer."""
        if self.meanwhile is not None:
            await server.loop.run_in_executor(None, self.meanwhile)
        if self.to_message.startswith("250"):
            found = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
            assert isinstance(found, EmailMessage)
            self.kept.append(found)
        return self.to_message


def free_port() -> int:
    """A port that nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(settings: LazySettings) -> Iterator[Server]:
    """A server, and settings that lead to it."""
    found = Server()
    controller = Controller(found, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield found
    controller.stop()


def recipient(name: str = "Marigold", agency: Agency | None = None) -> User:
    """Somebody who may be written to."""
    agency = agency or Agency.objects.get_or_create(short_name="sotol", defaults={"name": "Sotol ISD Police"})[0]
    return person(agency, name, Role.COUNSELOR)


def owe(user: User, key: str = "one", **changes: Any) -> Delivery:
    """One message owed to this person."""
    told: dict[str, Any] = {
        "kind": "referral.requested",
        "reference": "26-R-0001",
        "path": "/referrals/1/",
        "expires_at": timezone.now() + timedelta(hours=1),
    }
    deliveries.owe(user.agency_id, key=key, user_id=user.pk, **{**told, **changes})
    return Delivery.objects.get(dedupe_key=key)


def make_due() -> None:
    """As if the time of every waiting message, and the end of every lease, had come."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE notifications_delivery SET due_at = now() - interval '1 second'")
