"""What the server has in its books of what the tablets sent."""

import base64

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key
from django.conf import settings
from django.contrib.sessions.models import Session

from incidents.models import IncidentNote, SealingKey, TabletCommand
from incidents.tablet import sealing


def commands(state: str = "done") -> list[TabletCommand]:
    """Every entry that was taken, in the order of its arrival."""
    return list(TabletCommand.objects.filter(state=state).order_by("recorded_at"))


def notes() -> list[str]:
    """The texts of the notes, as the log shows them: in the order in which they were written."""
    entered = TabletCommand.objects.filter(kind="note", state="done").order_by("order_at", "client_seq")
    texts = dict(IncidentNote.objects.values_list("pk", "text"))
    return [texts[row.idempotency_key] for row in entered]


def numbers() -> list[int | None]:
    """The counts of the entries in the order of their arrival."""
    return [row.client_seq for row in commands()]


def secrets() -> list[bytes]:
    """The keys that open what tablets hold: of every session's cache, and of the seals."""
    cached = [found.get_decoded().get("tablet_cache_key") for found in Session.objects.all()]
    held = [base64.b64decode(key) for key in cached if key]
    for key in SealingKey.objects.all():
        private = load_der_private_key(sealing.unwrap(key.private, settings.TABLET_KEY, key.kid), password=None)
        assert isinstance(private, ec.EllipticCurvePrivateKey)
        held.append(private.private_numbers().private_value.to_bytes(32))
    assert len(held) >= 2
    return held
