"""A channel is set up wholly or not at all."""

import pytest

from tests.security.test_settings import WHOLE, start

TWILIO = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "token", "TWILIO_FROM": "+15005550006"}
SHOW = "import cit_dispatch.settings as s; print(repr(s.TWILIO_FROM), s.TWILIO_URL, s.CHAT_SCHEMES, s.LOCAL_PROVIDERS)"


def test_production_without_channels_starts_with_none() -> None:
    assert start(WHOLE, SHOW).stdout.strip() == "'' https://api.twilio.com [] False"


def test_production_with_a_whole_channel_starts() -> None:
    assert start({**WHOLE, **TWILIO}, SHOW).stdout.startswith("'+15005550006'")


@pytest.mark.parametrize("name", sorted(TWILIO))
def test_half_a_channel_is_refused_by_name(name: str) -> None:
    done = start({**WHOLE, **{key: value for key, value in TWILIO.items() if key != name}})
    assert done.returncode != 0
    assert f"{name} not set, and this channel needs all of: TWILIO_ACCOUNT_SID" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("LOCAL_PROVIDERS", "1", "LOCAL_PROVIDERS is for the demonstration only"),
        ("TWILIO_URL", "http://twilio.example.org", "TWILIO_URL must begin with https://"),
    ],
)
def test_what_belongs_to_the_demonstration_is_refused(name: str, value: str, said: str) -> None:
    assert said in start({**WHOLE, name: value}).stderr
