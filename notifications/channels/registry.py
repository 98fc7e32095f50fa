"""The channels that are set up."""

from collections.abc import Callable

from django.conf import settings

from notifications.channels.base import Sender
from notifications.channels.chat import Chat
from notifications.channels.email import Email
from notifications.channels.push import Push
from notifications.channels.twilio import TwilioSms, TwilioVoice
from notifications.channels.webhook import Webhook

CHANNELS: dict[str, tuple[Callable[[], Sender], tuple[str, ...]]] = {
    "email": (Email, ()),
    "sms": (TwilioSms, ("TWILIO_ACCOUNT_SID",)),
    "push": (Push, ("PUSH_PRIVATE_KEY",)),
    "webhook": (Webhook, ("WEBHOOK_KEY",)),
    "chat": (Chat, ("CHAT_SCHEMES",)),
    "voice": (TwilioVoice, ("TWILIO_ACCOUNT_SID",)),
}


def sender(channel: str) -> Sender:
    """The channel of that name; `LookupError` when there is none, or when its settings are missing."""
    if channel not in CHANNELS:
        raise LookupError(f"There is no channel {channel!r}.")
    make, needed = CHANNELS[channel]
    missing = [name for name in needed if not getattr(settings, name)]
    if missing:
        raise LookupError(f"The channel {channel} is not set up: {' and '.join(missing)} not set.")
    return make()


def senders() -> dict[str, Sender]:
    """By name; what is not set up is not there, and what is owed over it waits until it expires."""
    return {name: sender(name) for name, (_, needed) in CHANNELS.items() if all(getattr(settings, x) for x in needed)}
