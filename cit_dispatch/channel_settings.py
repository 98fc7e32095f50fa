"""The settings of channels: each channel is whole or absent, and half of one stops the start by name."""

import os

from django.core.exceptions import ImproperlyConfigured

from cit_dispatch import env
from cit_dispatch.ports import DEFAULTS

DEMO_SID = "AC" + "0" * 32
DEMO_WORD = "only-for-the-demonstration"
# Any 32 bytes are a key; this one is public, and nothing but the stand-in listens to it.
DEMO_PUSH_KEY = "b25seS1mb3ItdGhlLWRlbW9uc3RyYXRpb24tMDAwMDA"


def stand_in() -> str:
    """The address of the stand-in providers, which the demonstration talks to."""
    return f"http://127.0.0.1:{os.environ.get('PROVIDERS_PORT') or DEFAULTS['PROVIDERS_PORT']}"


def together(**in_development: str) -> list[str]:
    """The values of settings that make sense only together: all of them, or only empty ones."""
    demo = env.demo()
    found = [env.text(name, usual if demo else "") for name, usual in in_development.items()]
    missing = [name for name, value in zip(in_development, found, strict=True) if not value]
    if missing and any(found):
        whole = ", ".join(in_development)
        raise ImproperlyConfigured(f"{' and '.join(missing)} not set, and this channel needs all of: {whole}.")
    return found


def outside(name: str, usual: str) -> str:
    """The address of a provider: https, except in the demonstration."""
    found = env.address(name, env.WEB, in_development=stand_in()) if env.text(name) or env.demo() else usual
    if not env.demo() and not found.startswith("https://"):
        raise ImproperlyConfigured(f"{name} must begin with https:// outside the demonstration.")
    return found.rstrip("/")


def local() -> bool:
    """Whether messages may go to this machine and to private addresses: only in the demonstration."""
    found = env.yes("LOCAL_PROVIDERS", default=env.demo())
    if found and not env.demo():
        raise ImproperlyConfigured("LOCAL_PROVIDERS is for the demonstration only: unset LOCAL_PROVIDERS.")
    return found
