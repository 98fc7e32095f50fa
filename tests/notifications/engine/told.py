"""A channel that answers as a test says, in the place of all channels."""

import pytest

from notifications.channels import registry
from notifications.channels.base import Accepted, Lookup, NotFound, Outgoing, Sent


class Told:
    """Answers from a list, the last one for ever; keeps what it was given."""

    slots = 2
    lease_s = 10

    def __init__(self, name: str = "email", *, can_be_asked: bool = True) -> None:
        self.name, self.can_be_asked = name, can_be_asked
        # Without answers of its own it takes everything, and numbers it.
        self.answers: list[Sent | Exception] = []
        self.known: Lookup = NotFound()
        self.sent: list[Outgoing] = []
        self.asked: list[Outgoing] = []

    def send(self, outgoing: Outgoing) -> Sent:
        """The next answer."""
        self.sent.append(outgoing)
        if not self.answers:
            return Accepted(f"n-{len(self.sent)}")
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """What the provider knows."""
        self.asked.append(outgoing)
        return self.known


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The one channel there is."""
    channel = Told()
    monkeypatch.setattr(registry, "senders", lambda: {channel.name: channel})
    return channel
