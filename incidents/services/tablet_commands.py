"""A command is taken once: its key's row is inserted first, in the transaction of its effect, and keeps the answer."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule, DomainError
from core.permissions import require
from incidents.models import Device, Incident, TabletCommand
from incidents.models.tablet import CommandState, Settled
from incidents.services import tablet_devices as devices
from incidents.services import tablet_keys
from incidents.services.tablet_effects import Effect, Given, Stale, shown
from incidents.services.tablet_kinds import HANDLERS
from incidents.services.tablet_review import announce, settle
from incidents.services.tablet_rows import claim, earlier, patient
from incidents.tablet.envelope import Sent
from incidents.tablet.kinds import KINDS, Kind
from incidents.tablet.sealing import additional
from incidents.tablet.times import Times

REFUSED = 422
# What a repeat gets when the text of the answer is not kept any more: the code alone says what became of it.
FORGOTTEN = "{}"


class NoVersion(BrokenRule):
    """A change of a state must say which state it changes."""

    status = 428
    code = "precondition_required"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the tablet gets, the first time and every time after."""

    code: int
    text: str
    replayed: bool = False


def take(incident: Incident, *, actor: Actor, device: Device | None, sent: Sent, at: datetime | None = None) -> Answer:
    """Do what was entered, once, or refuse it and keep it; a repeat is answered as the first time."""
    moment = at or clock.now()
    require(actor, "tablet.enter", incident)
    times = Times(sent.captured_at, sent.sent_at or moment, moment)
    with patient():
        row = claim(incident, actor, device, sent, times)
        if row is None:
            return _again(actor, sent)
        if device is not None:
            devices.seen(device, sent.seq or 0, times.offset_s, moment)
        try:
            with transaction.atomic():
                effect = _act(incident, actor, device, sent, times)
        except DomainError as refusal:
            return _refuse(row, actor, sent, refusal)
        return _done(row, actor, effect, sent)


def _act(incident: Incident, actor: Actor, device: Device | None, sent: Sent, times: Times) -> Effect:
    kind = KINDS.get(sent.kind)
    if kind is None:
        raise BrokenRule(_("This kind of entry is not known here."))
    data = _read(kind, _content(actor, device, sent, times.recorded_at))
    if kind.needs_version(data) and sent.version is None:
        raise NoVersion(_("Say which state this changes, with the header If-Match."))
    given = Given(incident, actor, sent.key, times.order_at, times.recorded_at, sent.version, data)
    return HANDLERS[kind.name](given)


def _content(actor: Actor, device: Device | None, sent: Sent, at: datetime) -> Any:
    if sent.sealed is None:
        return sent.data
    aad = additional(device.pk if device else "", actor.id, sent.key, sent.seq, sent.kind)
    return tablet_keys.opened(actor.agency_id, sent.sealed, aad, at)


def _read(kind: Kind, content: Any) -> dict[str, Any]:
    body = kind.body(data=content)
    if not body.is_valid():
        raise BrokenRule(_("Please correct this."), fields={name: _first(told) for name, told in body.errors.items()})
    return dict(body.validated_data)


def _first(told: Any) -> str:
    return str(told[0]) if isinstance(told, list) else _("Please correct this.")


def _again(actor: Actor, sent: Sent) -> Answer:
    row = earlier(actor, sent)
    if row.digest != sent.digest:
        text = _("This key was used for another entry.")
        return Answer(REFUSED, json.dumps({"code": "key_reused", "message": text, "fields": {}}))
    return Answer(row.code, row.answer or FORGOTTEN, replayed=True)


def _done(row: TabletCommand, actor: Actor, effect: Effect, sent: Sent) -> Answer:
    if sent.supersedes is not None:
        settle(sent.supersedes, Settled.SUPERSEDED, actor=actor, by=row.pk, at=row.recorded_at)
    body = {
        "id": str(effect.id),
        "kind": row.kind,
        "recorded_at": row.recorded_at.isoformat(),
        "late": row.late,
        "offset_s": row.offset_s,
        "assignment": shown(effect.assignment, actor) if effect.assignment else None,
    }
    return _keep(row, CommandState.DONE, effect.code, body)


def _refuse(row: TabletCommand, actor: Actor, sent: Sent, refusal: DomainError) -> Answer:
    """Whatever the service said: for the tablet it is this entry that is refused, and the next one goes on."""
    code = refusal.status if refusal.status in (412, 428) else REFUSED
    fields = {name: str(text) for name, text in refusal.fields.items()}
    body: dict[str, Any] = {"code": refusal.code, "message": str(refusal), "fields": fields}
    if isinstance(refusal, Stale):
        body["current"] = {name: str(value) if name == "words" else value for name, value in refusal.current.items()}
    row.body = sent.body
    answer = _keep(row, CommandState.REFUSED, code, body)
    announce("tablet.refused", row, actor, row.recorded_at)
    return answer


def _keep(row: TabletCommand, state: CommandState, code: int, body: dict[str, Any]) -> Answer:
    row.state, row.code, row.answer = state, code, json.dumps(body, ensure_ascii=False)
    row.save(update_fields=["state", "code", "answer", "body"])
    return Answer(code, row.answer)
