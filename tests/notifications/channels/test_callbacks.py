"""What providers and people report back."""

from typing import Any

import pytest

from notifications.channels.callbacks import Forged, mark, parse_reply, parse_status, verify_twilio
from tests.notifications.channels.example import WHOLE


@pytest.mark.parametrize(
    ("params", "reply"),
    [
        ({"Body": "1"}, ("accept", "")),
        ({"Body": " 1 k7f3 "}, ("accept", "K7F3")),
        ({"Body": "2 K7F3"}, ("decline", "K7F3")),
        ({"Body": "STOP"}, ("stop", "")),
        ({"Body": "Alto."}, ("stop", "")),
        ({"Body": "3 K7F3"}, ("unknown", "")),
        ({"Body": "10"}, ("unknown", "")),
        ({"Body": "yes, 1 K7F3"}, ("unknown", "")),
        ({}, ("unknown", "")),
        ({"CallSid": "CA1", "Digits": "1"}, ("accept", "")),
        ({"CallSid": "CA1", "Digits": "2"}, ("decline", "")),
        ({"CallSid": "CA1"}, ("unknown", "")),
    ],
)
def test_an_answer_is_read_strictly(params: dict[str, str], reply: tuple[str, str]) -> None:
    assert parse_reply({"From": "+15125550101", **params}) == ("+15125550101", *reply)


def test_a_digit_in_our_own_call_comes_from_the_one_who_was_called() -> None:
    asked = {"CallSid": "CA1", "Direction": "outbound-api", "From": "+15005550006", "To": "+15125550101", "Digits": "1"}
    assert parse_reply(asked)[0] == "+15125550101"


@pytest.mark.parametrize(
    ("status", "rank", "failed"),
    [
        ("queued", 1, False),
        ("sent", 2, False),
        ("delivered", 3, False),
        ("read", 4, False),
        ("failed", 0, True),
        ("undelivered", 0, True),
        ("a new word", 0, False),
    ],
)
def test_a_status_has_a_rank(status: str, rank: int, failed: bool) -> None:
    found = parse_status({"MessageSid": "SM1", "MessageStatus": status}, {})
    assert (found.provider_id, found.delivery_id, found.rank, found.failed) == ("SM1", None, rank, failed)


def test_a_report_names_a_delivery_only_with_its_mark() -> None:
    query = {"delivery": str(WHOLE.delivery_id), "mark": mark(WHOLE.delivery_id)}
    assert parse_status({"MessageStatus": "sent"}, query).delivery_id == WHOLE.delivery_id
    for changed in ({"mark": "0" * 32}, {"mark": "ñ"}, {"mark": ""}, {"delivery": "no id"}):
        with pytest.raises(Forged):
            parse_status({"MessageStatus": "sent"}, {**query, **changed})


def test_a_request_without_signature_or_token_is_not_signed(settings: Any) -> None:
    assert not verify_twilio("https://dispatch.example.org/x", {}, "", "token")
    assert not verify_twilio("https://dispatch.example.org/x", {}, "signature", "")
