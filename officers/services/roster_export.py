"""The roster leaves the system as a file: who took it, how many rows and which bytes is on the record."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from officers.models import User
from officers.roster_csv.export import export as written
from officers.selectors import roster, roster_file


def export(asked: Mapping[str, Any], *, actor: Actor, at: datetime | None = None) -> str:
    """Everybody who was asked for, as the import takes them back."""
    moment = at or clock.now()
    require(actor, "officer.export")
    rows = list(roster.found(actor, asked, moment))
    text = written(rows, roster_file.roles_of(actor))
    facts = {"rows": len(rows), "sha256": hashlib.sha256(text.encode()).hexdigest()}
    with transaction.atomic():
        entry = ledger.Entry("roster.exported", User.objects.get(pk=actor.person), facts)
        ledger.announce_all([entry], actor=actor, at=moment)
    return text
