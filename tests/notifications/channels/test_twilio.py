"""Every result of SMS and voice."""

from datetime import UTC, datetime, timedelta
from queue import SimpleQueue
from typing import Any

import pytest

from cit_dispatch.fake_providers import FakeProviders, Mode, Receipts
from notifications.channels.base import Accepted, NotFound, PermanentFailure, TemporaryFailure, Unknown
from notifications.channels.gsm import fits_gsm, fitted
from notifications.channels.twilio import TwilioSms, TwilioVoice
from notifications.channels.wire import Limits
from tests.notifications.channels.example import WHOLE, outgoing

BOTH = pytest.mark.parametrize("channel", [TwilioSms, TwilioVoice])
SHORT = Limits(connect_s=1.0, total_s=0.3)


@BOTH
def test_an_accepted_message_has_the_providers_name_for_it(channel: Any, providers: FakeProviders) -> None:
    sent = channel().send(WHOLE)
    (arrived,) = providers.book.arrived
    assert sent == Accepted(arrived.sid)
    assert (arrived.to, arrived.fields["From"]) == (WHOLE.to, "+15005550006")
    assert f"delivery={WHOLE.delivery_id}&mark=" in arrived.fields["StatusCallback"]
    assert "K7F3" in arrived.body


def test_a_text_is_dropped_by_the_provider_when_it_is_of_no_use_any_more(providers: FakeProviders) -> None:
    TwilioSms().send(WHOLE)
    assert providers.book.arrived[0].fields["ValidityPeriod"] == "240"


def test_a_call_asks_for_one_digit(providers: FakeProviders) -> None:
    TwilioVoice().send(WHOLE)
    assert 'numDigits="1"' in providers.book.arrived[0].body


@BOTH
@pytest.mark.parametrize(
    ("mode", "result"),
    [
        (Mode.INVALID, PermanentFailure("21211", disable=True)),
        (Mode.STOPPED, PermanentFailure("21610", disable=True)),
        (Mode.BUSY, TemporaryFailure("20429", 7.0)),
        (Mode.ERROR, TemporaryFailure("20500")),
    ],
)
def test_a_refusal_says_whether_to_try_again(channel: Any, mode: Mode, result: Any, providers: FakeProviders) -> None:
    providers.book.behave(WHOLE.to, mode)
    assert channel().send(WHOLE) == result
    assert providers.book.arrived == []


def test_a_message_without_a_recipient_is_refused_without_blame_on_an_address(providers: FakeProviders) -> None:
    assert TwilioSms().send(outgoing(to="")) == PermanentFailure("21602")


@BOTH
@pytest.mark.parametrize("mode", [Mode.SILENT, Mode.ANSWER_LOST])
def test_no_answer_leaves_it_unknown(channel: Any, mode: Mode, providers: FakeProviders) -> None:
    providers.book.behave(WHOLE.to, mode)
    assert isinstance(channel(SHORT).send(WHOLE), Unknown)


@BOTH
def test_nobody_listening_is_temporary(channel: Any, settings: Any, nobody: str) -> None:
    settings.TWILIO_URL = nobody
    assert channel().send(WHOLE) == TemporaryFailure("connect-ConnectionRefusedError")
    assert channel().reconcile(WHOLE) == Unknown("connect-ConnectionRefusedError")


def test_a_slow_answer_within_the_limit_is_an_answer(providers: FakeProviders) -> None:
    providers.book.behave(WHOLE.to, Mode.SLOW)
    assert isinstance(TwilioSms().send(WHOLE), Accepted)


def test_a_text_whose_answer_was_lost_is_found_by_number_and_code(providers: FakeProviders) -> None:
    providers.book.behave(WHOLE.to, Mode.ANSWER_LOST)
    TwilioSms().send(WHOLE)
    assert TwilioSms().reconcile(WHOLE) == Accepted(providers.book.arrived[0].sid)
    assert TwilioSms().reconcile(outgoing(to="+15125550102")) == NotFound()
    assert TwilioSms().reconcile(outgoing(code="M2P4", body="Another page")) == NotFound()


def test_a_text_from_before_the_first_try_is_another_one(providers: FakeProviders) -> None:
    TwilioSms().send(WHOLE)
    later = datetime.now(UTC) + timedelta(hours=1)
    assert TwilioSms().reconcile(outgoing(first_tried_at=later)) == NotFound()


def test_a_text_that_the_provider_does_not_list_is_not_found(providers: FakeProviders) -> None:
    providers.book.behave(WHOLE.to, Mode.HIDDEN)
    TwilioSms().send(WHOLE)
    assert TwilioSms().reconcile(WHOLE) == NotFound()


def test_a_call_is_certainly_not_made_or_not_told_apart(providers: FakeProviders) -> None:
    assert TwilioVoice().reconcile(WHOLE) == NotFound()
    TwilioVoice().send(WHOLE)
    assert TwilioVoice().reconcile(WHOLE) == Unknown("another-call-to-this-number")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("a" * 160, True),
        ("a" * 161, False),
        ("€" * 80, True),
        ("€" * 81, False),
        ("ñ¿É", True),
        ("í", False),
        ("😀", False),
    ],
)
def test_what_fits_one_sms(text: str, fits: bool) -> None:
    assert fits_gsm(text) is fits
    assert fits_gsm(fitted(text))


def test_accents_that_an_sms_lacks_are_left_off() -> None:
    assert fitted("Página crítica: ñandú 😀") == "Pagina critica: ñandu ?"


@pytest.mark.parametrize(
    ("how", "statuses"),
    [
        (Receipts.IN_ORDER, ["queued", "sent", "delivered"]),
        (Receipts.REORDERED, ["delivered", "queued", "sent"]),
        (Receipts.REPLAYED, ["sent", "sent", "delivered", "delivered"]),
        (Receipts.UNDELIVERED, ["sent", "undelivered"]),
    ],
)
def test_reports_are_signed_and_name_the_delivery(
    how: Receipts, statuses: list[str], providers: FakeProviders, heard: "SimpleQueue[Any]"
) -> None:
    providers.book.behave(WHOLE.to, receipts=how)
    TwilioSms().send(WHOLE)
    told = [heard.get(timeout=5) for _ in statuses]
    assert [receipt.raw_status for _, receipt in told] == statuses
    assert {(signed, receipt.delivery_id) for signed, receipt in told} == {(True, WHOLE.delivery_id)}


def test_a_forged_report_has_no_valid_signature(providers: FakeProviders, heard: "SimpleQueue[Any]") -> None:
    providers.book.behave(WHOLE.to, receipts=Receipts.FORGED)
    TwilioSms().send(WHOLE)
    assert heard.get(timeout=5)[0] is False
