"""Pictures and documents of a record, and the rules of an agency for its records."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import lock
from core.permissions import require
from incidents.models import DeescalationRecord, RecordFile
from incidents.plain_text import readable
from officers.services import files

MOST = 20
OPEN = ("draft", "returned")


def attach(
    record: DeescalationRecord, *, actor: Actor, file: Any, shows: str, at: datetime | None = None
) -> RecordFile:
    """Keep a picture or a document with a draft; what it is is judged by its content."""
    moment = at or clock.now()
    require(actor, "record.attach", record)
    readable(shows, "shows")
    with transaction.atomic():
        held = lock(record)
        if held.status not in OPEN:
            raise Conflict(_("Files are added while the record is open."))
        if held.files.count() >= MOST:
            raise BrokenRule(_("%(number)s files belong to this record already.") % {"number": MOST})
        kept = files.keep(file, actor=actor, agency_id=held.agency_id)
        row = RecordFile.objects.create(
            agency_id=held.agency_id,
            case_id=held.case_id,
            record=held,
            file=kept,
            label=shows,
            by_id=actor.person,
            at=moment,
        )
        facts = {"media_type": kept.media_type}
        ledger.announce("record.attached", record=held, actor=actor, at=moment, facts=facts)
    return row
