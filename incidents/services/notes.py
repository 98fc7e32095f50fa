"""What is written to an incident while it is handled and after. A note stays; its correction is a note too."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.models import Incident, IncidentFile, IncidentNote
from incidents.plain_text import readable
from officers.services import files

# The same words from the same hand within this time are one press too many.
ONE_PRESS = timedelta(seconds=30)
MOST_FILES = 50


def add(incident: Incident, *, actor: Actor, text: str, at: datetime | None = None) -> IncidentNote:
    """Write a note. Sent twice in one moment it is written once."""
    require(actor, "note.add", incident)
    return _write(incident, None, text, actor, at or clock.now())


def add_entered(incident: Incident, *, actor: Actor, key: UUID, text: str, at: datetime) -> IncidentNote:
    """Write what was entered on a tablet: its key says which note it is, and the same words may come twice."""
    require(actor, "note.add", incident)
    readable(text, "text")
    try:
        return _create(incident, None, text, actor, at, key)
    except IntegrityError as error:
        raise BrokenRule(_("This key belongs to another entry.")) from error


def correct(note: IncidentNote, *, actor: Actor, text: str, at: datetime | None = None) -> IncidentNote:
    """Write a note that takes the place of another; the other stays readable."""
    require(actor, "note.add", note.incident)
    if text.strip() == note.text.strip():
        words = _("Nothing was changed.")
        raise BrokenRule(words, fields={"text": words})
    return _write(note.incident, note, text, actor, at or clock.now())


def _write(incident: Incident, corrects: IncidentNote | None, text: str, actor: Actor, at: datetime) -> IncidentNote:
    readable(text, "text")
    with transaction.atomic():
        # One press after the other: the second waits here and then finds the first.
        Incident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
        rows = incident.notes.filter(by=actor.person, corrects=corrects, at__gt=at - ONE_PRESS)
        earlier = next((note for note in rows if note.text == text), None)
        if earlier is not None:
            return earlier
        return _create(incident, corrects, text, actor, at, uuid4())


def _create(
    incident: Incident, corrects: IncidentNote | None, text: str, actor: Actor, at: datetime, key: UUID
) -> IncidentNote:
    with transaction.atomic():
        note = IncidentNote.objects.create(
            pk=key,
            agency_id=incident.agency_id,
            case_id=incident.case_id,
            incident=incident,
            text=text,
            by_id=actor.person,
            at=at,
            corrects=corrects,
        )
        facts = {"corrects": str(corrects.pk)} if corrects else {}
        ledger.announce("note.corrected" if corrects else "note.added", record=note, actor=actor, at=at, facts=facts)
    return note


def attach_file(incident: Incident, *, actor: Actor, file: Any, shows: str, at: datetime | None = None) -> IncidentFile:
    """Keep a picture or a document; what it is is judged by its content."""
    require(actor, "file.add", incident)
    moment = at or clock.now()
    if incident.files.count() >= MOST_FILES:
        raise BrokenRule(_("%(number)s files belong to this incident already.") % {"number": MOST_FILES})
    readable(shows, "shows")
    with transaction.atomic():
        kept = files.keep(file, actor=actor, agency_id=incident.agency_id)
        row = IncidentFile.objects.create(
            agency_id=incident.agency_id,
            case_id=incident.case_id,
            incident=incident,
            file=kept,
            label=shows,
            by_id=actor.person,
            at=moment,
        )
        facts = {"media_type": kept.media_type}
        ledger.announce("file.added", record=row, actor=actor, at=moment, facts=facts)
    return row
