"""Every result of webhooks, push and chat, and the addresses that none of them reaches."""

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cit_dispatch.fake_providers import FakeProviders, Mode
from notifications.channels import registry
from notifications.channels.base import Accepted, PermanentFailure, TemporaryFailure, Unknown
from notifications.channels.chat import Chat
from notifications.channels.push import Push, public_key
from notifications.channels.webhook import Webhook, signature, signing_key
from notifications.channels.wire import Limits, is_public
from tests.notifications.channels.example import WHOLE, outgoing

SHORT = Limits(connect_s=1.0, total_s=0.3)
BROWSER = ec.derive_private_key(4711, ec.SECP256R1()).public_key()
POINT = BROWSER.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def subscription(url: str) -> str:
    keys = {"p256dh": urlsafe_b64encode(POINT).decode().rstrip("="), "auth": urlsafe_b64encode(b"a" * 16).decode()}
    return json.dumps({"endpoint": f"{url}/push/one", "keys": keys})


def address(channel: Any, url: str) -> str:
    return subscription(url) if channel is Push else f"{url}/webhook/one"


BOTH = pytest.mark.parametrize("channel", [Webhook, Push])


def test_a_webhook_is_signed_over_stamp_and_body_and_names_its_delivery(providers: FakeProviders) -> None:
    assert Webhook().send(outgoing(to=f"{providers.url}/webhook/one")) == Accepted("")
    (arrived,) = providers.book.arrived
    signed = signature(signing_key(WHOLE.agency_id), arrived.headers["x-cit-stamp"], arrived.body.encode())
    assert arrived.headers["x-cit-signature"] == f"sha256={signed}"
    assert arrived.headers["idempotency-key"] == str(WHOLE.delivery_id)
    assert json.loads(arrived.body)["code"] == "K7F3"


def test_a_push_is_encrypted_signed_urgent_and_replaces_the_one_before(providers: FakeProviders) -> None:
    sent = Push().send(outgoing(to=subscription(providers.url), ttl_s=9000))
    (arrived,) = providers.book.arrived
    assert sent == Accepted(f"/kept/{arrived.sid}")
    told = arrived.headers
    assert (told["topic"], told["ttl"], told["urgency"]) == ("K7F3", "300", "high")
    assert f"k={public_key()}" in told["authorization"]
    assert b"K7F3" not in bytes.fromhex(arrived.body)


@BOTH
@pytest.mark.parametrize(
    ("mode", "result"), [(Mode.BUSY, TemporaryFailure("http-429", 7.0)), (Mode.ERROR, TemporaryFailure("http-500"))]
)
def test_a_busy_or_broken_receiver_is_temporary(
    channel: Any, mode: Mode, result: Any, providers: FakeProviders
) -> None:
    providers.book.behave(mode=mode)
    assert channel().send(outgoing(to=address(channel, providers.url))) == result


@BOTH
@pytest.mark.parametrize("mode", [Mode.SILENT, Mode.ANSWER_LOST])
def test_no_answer_leaves_it_unknown(channel: Any, mode: Mode, providers: FakeProviders) -> None:
    providers.book.behave(mode=mode)
    assert isinstance(channel(SHORT).send(outgoing(to=address(channel, providers.url))), Unknown)


def test_a_receiver_that_is_gone_is_for_good(providers: FakeProviders) -> None:
    providers.book.behave(mode=Mode.INVALID)
    assert Push().send(outgoing(to=subscription(providers.url))) == PermanentFailure("http-410", disable=True)
    assert Webhook().send(outgoing(to=f"{providers.url}/webhook/one")) == PermanentFailure("http-400")
    assert Webhook().send(outgoing(to=f"{providers.url}/none")) == PermanentFailure("http-404", disable=True)


@pytest.mark.parametrize("text", ["", "no", "{}", "[]", '{"endpoint": "https://push.example.org/x", "keys": {}}'])
def test_a_subscription_that_cannot_be_read_is_for_good(text: str) -> None:
    assert Push().send(outgoing(to=text)) == PermanentFailure("bad-subscription", disable=True)


@BOTH
def test_nobody_listening_is_temporary(channel: Any, settings: Any, nobody: str) -> None:
    settings.LOCAL_PROVIDERS = True
    found = channel().send(outgoing(to=address(channel, nobody)))
    assert found == TemporaryFailure("connect-ConnectionRefusedError")


@BOTH
def test_outside_the_demonstration_no_plain_http_and_no_private_address_is_reached(
    channel: Any, providers: FakeProviders, settings: Any
) -> None:
    settings.LOCAL_PROVIDERS = False
    plain = channel().send(outgoing(to=address(channel, providers.url)))
    private = channel().send(outgoing(to=address(channel, providers.url.replace("http:", "https:"))))
    assert (plain.code, private.code) == ("bad-address", "private-address")
    assert isinstance(private, PermanentFailure)
    assert providers.book.arrived == []


def test_a_host_that_the_operator_does_not_allow_is_not_asked(providers: FakeProviders, settings: Any) -> None:
    settings.WEBHOOK_HOSTS = ["hooks.example.org"]
    assert Webhook().send(outgoing(to=f"{providers.url}/webhook/one")) == PermanentFailure("host-not-allowed")
    assert providers.book.arrived == []


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("10.0.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_which_addresses_are_public(text: str, public: bool) -> None:
    assert is_public(text) is public


# The library imports every kind of room that it knows, some by old ways.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_chat_room_takes_it_or_not(providers: FakeProviders) -> None:
    room = outgoing(to=providers.url.replace("http:", "json:") + "/webhook/room")
    assert Chat().send(room) == Accepted("")
    assert "K7F3" in providers.book.arrived[0].body
    providers.book.behave(mode=Mode.ERROR)
    assert Chat().send(room) == TemporaryFailure("not-taken")
    providers.book.behave(mode=Mode.SILENT)
    assert Chat(total_s=0.3).send(room) == Unknown("too-slow")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_only_kinds_of_rooms_that_the_operator_allows_are_asked(settings: Any) -> None:
    assert Chat().send(outgoing(to="xml://127.0.0.1/room")) == PermanentFailure("kind-not-allowed")
    settings.CHAT_SCHEMES = ["json", "nothing"]
    assert Chat().send(outgoing(to="nothing://127.0.0.1/room")) == PermanentFailure("bad-address", disable=True)


@pytest.mark.parametrize("channel", [Webhook, Push, Chat])
def test_none_of_them_can_be_asked(channel: Any) -> None:
    assert channel().reconcile(WHOLE) == Unknown("cannot-be-asked")
    assert not channel.can_be_asked


def test_a_channel_without_settings_is_not_offered_and_says_why(settings: Any) -> None:
    assert set(registry.senders()) == {"email", "sms", "voice", "push", "webhook", "chat"}
    assert registry.sender("sms").name == "sms"
    settings.TWILIO_ACCOUNT_SID = ""
    assert set(registry.senders()) == {"email", "push", "webhook", "chat"}
    with pytest.raises(LookupError, match="The channel sms is not set up: TWILIO_ACCOUNT_SID not set"):
        registry.sender("sms")
    with pytest.raises(LookupError, match="There is no channel 'pigeon'"):
        registry.sender("pigeon")
