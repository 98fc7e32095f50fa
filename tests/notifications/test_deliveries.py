"""Messages over a real SMTP conversation: once each, without personal detail, never lost."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from socket import socket
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.conf import LazySettings
from django.db import connection
from django.utils import timezone

from core import outbox
from core.models import Outbox
from notifications.models import Delivery
from notifications.services import deliveries
from notifications.tasks import tick
from referrals.models import Referral, ReferralTeam
from tests import cast
from tests.cast import District, counselors

pytestmark = pytest.mark.usefixtures("district")


class Catcher:
    """An SMTP server that keeps what it accepts; `answer` is its word for each message."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.answer = "250 kept"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:
        """Keep the message, unless told to refuse it."""
        if self.answer.startswith("250"):
            self.messages.append(message_from_bytes(bytes(envelope.content or b"")))
        return self.answer


def free_port() -> int:
    """A port that nobody holds at this moment; the controller cannot choose one itself."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mail(settings: LazySettings) -> Iterator[Catcher]:
    """A catcher on a free port, and mail settings that lead to it."""
    catcher = Catcher()
    controller = Controller(catcher, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield catcher
    controller.stop()


def refer(district: District, team: ReferralTeam) -> Referral:
    """A referral of this moment."""
    return cast.refer(district, team, at=timezone.now())


def make_due() -> None:
    """As if the time of every waiting row had come."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE notifications_delivery SET due_at = now() - interval '1 second'")


def test_each_counselor_of_the_team_gets_one_mail_that_holds_no_personal_detail(
    district: District, mail: Catcher
) -> None:
    refer(district, counselors(district, "Marigold", "Gypsum")[0])
    tick()
    tick()
    assert sorted(str(m["To"]) for m in mail.messages) == ["gypsum.sotol@example.org", "marigold.sotol@example.org"]
    text = "".join(m.as_string() for m in mail.messages)
    for word in ("Agave", "g10", "Grade", "suicid", "B-204", "Yucca"):
        assert word not in text
    assert set(Delivery.objects.values_list("state", flat=True)) == {"accepted"}


def test_an_effect_paid_twice_is_one_message(district: District, mail: Catcher) -> None:
    refer(district, counselors(district, "Marigold")[0])
    outbox.relay("paging")
    Outbox.objects.update(done_at=None)
    tick()
    assert len(mail.messages) == 1


def test_a_mail_refused_for_now_is_tried_again_and_arrives(district: District, mail: Catcher) -> None:
    refer(district, counselors(district, "Marigold")[0])
    mail.answer = "450 later"
    tick()
    assert Delivery.objects.get().state == "pending"
    mail.answer = "250 kept"
    make_due()
    deliveries.deliver_due()
    assert (Delivery.objects.get().state, len(mail.messages)) == ("accepted", 1)


def test_a_mail_refused_for_good_says_why(district: District, mail: Catcher) -> None:
    refer(district, counselors(district, "Marigold")[0])
    mail.answer = "550 no"
    tick()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.last_error) == ("failed", "SMTPDataError")


def test_a_message_in_a_dead_senders_hands_is_taken_over_when_its_lease_ends(district: District, mail: Catcher) -> None:
    refer(district, counselors(district, "Marigold")[0])
    outbox.relay("paging")
    Delivery.objects.update(state="sending", lease_token="00000000-0000-4000-8000-000000000000")
    make_due()
    deliveries.deliver_due()
    assert (Delivery.objects.get().state, len(mail.messages)) == ("accepted", 1)


def test_a_message_too_old_to_help_is_not_sent(district: District, mail: Catcher) -> None:
    refer(district, counselors(district, "Marigold")[0])
    outbox.relay("paging")
    Delivery.objects.update(expires_at=timezone.now())
    tick()
    assert (Delivery.objects.get().state, mail.messages) == ("expired", [])


def test_a_referral_of_long_ago_pages_nobody(district: District, mail: Catcher) -> None:
    cast.refer(district, counselors(district, "Marigold")[0], at=timezone.now() - timedelta(days=3))
    tick()
    assert (Delivery.objects.get().state, mail.messages) == ("expired", [])
