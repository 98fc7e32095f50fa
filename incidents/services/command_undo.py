"""What takes a command back: by its kind and the keys that were kept with it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import Conflict
from core.permissions import fetch
from incidents.console_vocabulary import HandoffOutcome
from incidents.models import Assignment, Draft, Handoff, Incident, IncidentNote
from incidents.selectors import candidates
from incidents.services import handoffs, intake_drafts, notes, undoing
from officers.services import duty

Undo = Mapping[str, str]
Undoing = Callable[[Actor, Undo, datetime], object]


def _part(actor: Actor, key: str) -> Assignment:
    return fetch(Assignment.objects.select_related("officer", "incident"), actor, key)


def _sending(actor: Actor, spec: Undo, at: datetime) -> object:
    return undoing.sending(_part(actor, spec["key"]), actor=actor, at=at)


def _status(actor: Actor, spec: Undo, at: datetime) -> object:
    """Only what the command set is taken back: a part that has moved on since stays where it is."""
    part = _part(actor, spec["key"])
    if part.status != spec["from"]:
        raise Conflict(_("%(unit)s has moved on since.") % {"unit": part.officer.call_sign})
    return undoing.back(part, spec["to"], actor=actor, at=at)


def _closing(actor: Actor, spec: Undo, at: datetime) -> object:
    return undoing.closing(fetch(Incident.objects.all(), actor, spec["key"]), actor=actor, at=at)


def _duty(actor: Actor, spec: Undo, at: datetime) -> object:
    officer = candidates.officers(actor).get(pk=spec["key"])
    return duty.set_status(officer, actor=actor, duty=spec["to"], at=at)


def _note(actor: Actor, spec: Undo, at: datetime) -> object:
    """The note stays readable; a correction takes its place."""
    note = fetch(IncidentNote.objects.select_related("incident"), actor, spec["key"])
    return notes.correct(note, actor=actor, text=_("Taken back: written by mistake."), at=at)


def _team(actor: Actor, spec: Undo, at: datetime) -> object:
    handoff = fetch(Handoff.objects.all(), actor, spec["key"])
    outcome = HandoffOutcome.TAKEN_BACK.value
    return handoffs.fail(handoff, actor=actor, expected_version=None, outcome=outcome, at=at)


def _draft(actor: Actor, spec: Undo, at: datetime) -> object:
    draft = fetch(Draft.objects.all(), actor, spec["key"])
    return intake_drafts.discard(draft, actor=actor, at=at)


UNDO: dict[str, Undoing] = {
    "send": _sending,
    "status": _status,
    "close": _closing,
    "duty": _duty,
    "note": _note,
    "team": _team,
    "draft": _draft,
}
