"""Every result that a mail server can cause."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from cit_dispatch.mail_catcher import MailCatcher, Mode
from notifications.channels.base import Accepted, PermanentFailure, TemporaryFailure, Unknown
from notifications.channels.email import OVER_SMTP, Email
from tests.notifications.channels.example import WHOLE, outgoing

MESSAGE = outgoing(channel="email", to="officer@example.org")
ID = f"<{WHOLE.delivery_id}@cit-dispatch>"


@pytest.fixture
def mail(settings: Any) -> Iterator[MailCatcher]:
    with MailCatcher() as catcher:
        settings.EMAIL_BACKEND = OVER_SMTP
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", catcher.port
        yield catcher


def test_a_mail_goes_to_one_recipient_under_the_name_of_its_delivery(mail: MailCatcher) -> None:
    assert Email().send(MESSAGE) == Accepted(ID)
    assert mail.message_ids == [ID]
    assert mail.messages[0]["to"] == "officer@example.org"


def test_not_now_is_temporary(mail: MailCatcher) -> None:
    mail.mode = Mode.REJECT_FOR_NOW
    assert Email().send(MESSAGE) == TemporaryFailure("SMTPDataError")


def test_no_such_mailbox_is_for_good_and_takes_the_address_out_of_use(mail: MailCatcher) -> None:
    mail.mode = Mode.REJECT
    assert Email().send(MESSAGE) == PermanentFailure("SMTPDataError", disable=True)


def test_an_address_that_cannot_be_written_down_is_for_good(mail: MailCatcher) -> None:
    assert Email().send(outgoing(to="two\nlines@example.org")) == PermanentFailure("ValueError")
    assert mail.messages == []


def test_a_server_that_says_nothing_is_temporary(mail: MailCatcher) -> None:
    mail.mode = Mode.STALL_AT_START
    assert Email(step_s=0.3).send(MESSAGE) == TemporaryFailure("SMTPServerDisconnected")
    assert Email(total_s=0.3).send(MESSAGE) == TemporaryFailure("too-slow")


@pytest.mark.parametrize(
    ("limits", "code"), [({"step_s": 0.5}, "SMTPServerDisconnected"), ({"total_s": 1.5}, "too-slow")]
)
def test_a_server_that_falls_silent_after_the_message_leaves_it_unknown(
    mail: MailCatcher, limits: dict[str, float], code: str
) -> None:
    mail.mode = Mode.STALL
    assert Email(**limits).send(MESSAGE) == Unknown(code)
    assert mail.message_ids == [ID]


def test_a_line_that_breaks_after_the_message_leaves_it_unknown(mail: MailCatcher) -> None:
    mail.mode = Mode.DROP
    assert isinstance(Email().send(MESSAGE), Unknown)


def test_nobody_listening_is_temporary(mail: MailCatcher, settings: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = taken.getsockname()[1]
        assert Email().send(MESSAGE) == TemporaryFailure("ConnectionRefusedError")


def test_a_mail_server_cannot_be_asked() -> None:
    assert Email().reconcile(MESSAGE) == Unknown("cannot-be-asked")
    assert not Email.can_be_asked
