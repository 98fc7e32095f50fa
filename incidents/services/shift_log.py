"""The shift log: what is written stays, and a correction is a new line beside it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.models import LogEntry
from incidents.selectors.desks import current_desk
from officers.models import Agency


def write(agency: Agency, *, actor: Actor, text: str, at: datetime | None = None) -> LogEntry:
    """One line, from the desk at which its author sits."""
    return _keep(LogEntry(agency=agency, text=text), "shift_log.written", actor, at)


def correct(entry: LogEntry, *, actor: Actor, text: str, at: datetime | None = None) -> LogEntry:
    """A new line that says what is right; the other stays as it was."""
    line = LogEntry(agency_id=entry.agency_id, text=text, corrects_id=entry.corrects_id or entry.pk)
    return _keep(line, "shift_log.corrected", actor, at)


def _keep(line: LogEntry, event: str, actor: Actor, at: datetime | None) -> LogEntry:
    require(actor, "shift_log.write", line)
    if not line.text.strip():
        text = _("Write what the next shift should know.")
        raise BrokenRule(text, fields={"text": text})
    line.at, line.by_id, line.desk = at or clock.now(), actor.person, current_desk(actor)
    with transaction.atomic():
        line.save(force_insert=True)
        ledger.announce(event, record=line, actor=actor, at=line.at, facts={})
    return line
