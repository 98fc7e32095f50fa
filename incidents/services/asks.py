"""What an officer at the scene asks the desk for, and who saw to it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import lock
from core.permissions import require
from incidents.field_vocabulary import Wanted
from incidents.models import FieldRequest, Incident
from incidents.plain_text import readable
from officers.models import Officer


def ask(
    incident: Incident, *, actor: Actor, what: str, text: str = "", client_key: UUID, at: datetime | None = None
) -> FieldRequest:
    """Put it before every desk. While one is open, asking for the same again finds it."""
    moment = at or clock.now()
    require(actor, "field_request.make", incident)
    if what not in Wanted.values:
        raise BrokenRule(_("Nobody can be asked for this."), fields={"what": _("Choose from the list.")})
    if text:
        readable(text, "text")
    with transaction.atomic():
        held = lock(incident)
        officer = Officer.objects.get(user=actor.person)
        mine = FieldRequest.objects.filter(by=actor.person)
        open_one = mine.filter(incident=held, what=what, done_at__isnull=True)
        found = mine.filter(client_key=client_key).first() or open_one.first()
        if found is not None:
            return found
        made = FieldRequest.objects.create(
            agency_id=held.agency_id,
            case_id=held.case_id,
            incident=held,
            officer=officer,
            by_id=actor.person,
            client_key=client_key,
            what=what,
            text=text,
            at=moment,
        )
        _announce("field_request.made", made, actor, moment)
    return made


def done(request: FieldRequest, *, actor: Actor, answer: str = "", at: datetime | None = None) -> FieldRequest:
    """Somebody has seen to it; a call for help ends with the words of what was done. A second time finds the first."""
    moment = at or clock.now()
    require(actor, "field_request.end", request)
    heard = answer.strip()
    if request.what == Wanted.HELP and not heard:
        words = _("Write what was done, or what the officer said.")
        raise BrokenRule(words, fields={"answer": words})
    if heard:
        readable(heard, "answer")
    with transaction.atomic():
        held = FieldRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
        if held.done_at is None:
            held.done_at, held.done_by_id, held.answer = moment, actor.person, heard
            held.save(update_fields=["done_at", "done_by", "answer"])
            _announce("field_request.ended", held, actor, moment)
    return held


def _announce(name: str, row: FieldRequest, actor: Actor, at: datetime) -> None:
    facts = {"what": row.what, "unit": row.officer.call_sign, "number": row.incident.number}
    ledger.announce(name, record=row, actor=actor, at=at, facts=facts)
