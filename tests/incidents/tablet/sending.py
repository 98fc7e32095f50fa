"""A tablet as a client of the API: registered, counting, sealing, and sending the same bytes again."""

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from core.actors import Actor
from incidents.models import Incident
from incidents.tablet import sealing
from tests.incidents.desk import signed_in

BEGAN = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)


@dataclass
class Entry:
    """One entry as it lies in the queue."""

    key: UUID
    body: bytes
    if_match: str = ""


@dataclass
class Tablet:
    """A browser with its device."""

    client: Client
    user: UUID
    device: str
    incident: Incident
    seq: int = 0
    key: dict[str, Any] = field(default_factory=dict)

    def entry(
        self, kind: str, data: dict[str, Any], *, at: datetime | None = None, if_match: str = "", **more: Any
    ) -> Entry:
        """A plain entry."""
        return self._entry(kind, {"data": data, **more}, at, if_match, uuid4())

    def sealed(self, kind: str, data: dict[str, Any], /, *, kid: str = "", **wrong: Any) -> Entry:
        """A sealed entry; `wrong` gives other additional data."""
        self.key = self.key or self.client.get("/api/v1/tablet/key").json()
        key = uuid4()
        bound = {"device": self.device, "user": self.user, "key": key, "seq": self.seq + 1, "kind": kind, **wrong}
        body = sealing.seal(data, self.key["jwk"], kid or self.key["kid"], sealing.additional(**bound), os.urandom(12))
        return self._entry(kind, {"sealed": body}, None, "", key)

    def _entry(self, kind: str, rest: dict[str, Any], at: datetime | None, if_match: str, key: UUID) -> Entry:
        self.seq += 1
        frame = {"kind": kind, "seq": self.seq, "captured_at": (at or datetime.now(UTC)).isoformat(), **rest}
        return Entry(key, json.dumps(frame).encode(), if_match)

    def send(self, entry: Entry, *, sent_at: datetime | None = None, without: str = "", **headers: str) -> Any:
        """The entry as it is, with the headers of this sending."""
        given = {
            "Idempotency-Key": f'"{entry.key}"',
            "X-Device": self.device,
            "X-Sent-At": (sent_at or datetime.now(UTC)).isoformat(),
            **({"If-Match": entry.if_match} if entry.if_match else {}),
            **headers,
        }
        given.pop(without, None)
        path = f"/api/v1/incidents/{self.incident.pk}/commands"
        return self.client.post(path, entry.body, content_type="application/json", headers=given)

    def note(self, text: str = "Calmer now.", **more: Any) -> Any:
        """A plain note, sent at once."""
        return self.send(self.entry("note", {"text": text}, **more))


def registered(actor: Actor, incident: Incident) -> Tablet:
    """A tablet that the actor has registered."""
    client = signed_in(actor)
    answer = client.post("/api/v1/tablet/devices", {"name": "Tablet 12"}, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return Tablet(client, actor.person, answer.json()["id"], incident)
