"""The secret address of one's own calendar. The secret is shown once; only its hash is kept."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from officers.models import CalendarFeed, Officer
from officers.services.fitting import hold

BYTES = 32


def renew(officer: Officer, *, actor: Actor, at: datetime | None = None) -> str:
    """A new secret; the old address ends in the same moment."""
    moment = at or clock.now()
    require(actor, "feed.renew", officer)
    secret = secrets.token_urlsafe(BYTES)
    with transaction.atomic():
        hold(officer)
        CalendarFeed.objects.filter(officer=officer.pk, ended_at__isnull=True).update(ended_at=moment)
        feed = CalendarFeed.objects.create(agency_id=officer.agency_id, officer=officer, token_sha256=hash_of(secret))
        ledger.announce("feed.renewed", record=feed, actor=actor, at=moment, facts={"unit": officer.call_sign})
    return secret


def hash_of(secret: str) -> str:
    """What is kept of it. The secret has 256 random bits, so a slow hash would protect nothing more."""
    return hashlib.sha256(secret.encode()).hexdigest()
