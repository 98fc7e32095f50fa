"""What a channel is given, and what it answers; no exception leaves it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message, ready to leave: the words, and the identity that stays the same over all attempts.

    `code` is the short code of its page or empty; `ttl_s` for how many seconds it is still worth delivering.
    """

    delivery_id: UUID
    agency_id: UUID
    channel: str
    to: str
    subject: str
    body: str
    code: str
    url: str
    urgent: bool
    ttl_s: int
    attempt: int
    first_tried_at: datetime


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider has it. `provider_id` is its own number for it, or empty."""

    provider_id: str = ""


@dataclass(frozen=True, slots=True)
class TemporaryFailure:
    """Not sent; worth another attempt, after `retry_after_s` seconds where the provider said so."""

    code: str
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class PermanentFailure:
    """Never will be sent. `disable`: nothing should be sent to this address again."""

    code: str
    disable: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have been sent: the answer was lost, or never came."""

    code: str


@dataclass(frozen=True, slots=True)
class NotFound:
    """The provider does not have it."""


Sent = Accepted | TemporaryFailure | PermanentFailure | Unknown
Lookup = Accepted | NotFound | Unknown


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a provider reports of a message; a higher `rank` is further on its way, `failed` ends it."""

    provider: str
    provider_id: str
    delivery_id: UUID | None
    raw_status: str
    rank: int
    stamp: str
    failed: bool


class Sender(Protocol):
    """A channel: `slots` conversations at once in one process, each over within `lease_s` seconds."""

    name: str
    slots: int
    lease_s: int
    can_be_asked: bool

    def send(self, outgoing: Outgoing) -> Sent:
        """Hand the message to the provider."""
        ...

    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """Whether the provider has it from an earlier attempt; asked only where `can_be_asked`."""
        ...
