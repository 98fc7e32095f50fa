"""Running a typed line: what was previewed, or nothing; and taking the last one back."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.commanding import Read, Reading, read
from incidents.models import CommandRun
from incidents.selectors import commands as selector
from incidents.services import command_actions, command_undo

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Ran:
    """What happened in words, and where to look now: a kind of page and its key."""

    sentence: Words
    goto: tuple[str, str] = ("", "")
    undo: bool = field(default=False)


def run(*, actor: Actor, line: str, meaning: str = "", at: datetime | None = None) -> Ran:
    """Run the line. `meaning` is what the preview said; without it only a line with one meaning runs."""
    moment = at or clock.now()
    require(actor, "command.run")
    chosen = _chosen(read(line, selector.world(actor)), meaning)
    if chosen.verb == "z":
        return _undo(actor, moment)
    with transaction.atomic():
        done = command_actions.ACTIONS[chosen.verb](actor, chosen.given, moment)
        CommandRun.objects.create(
            agency_id=actor.agency_id,
            by_id=actor.person,
            at=moment,
            verb=chosen.verb,
            incident_id=chosen.given.get("incident"),
            undo=done.undo,
        )
    return Ran(chosen.sentence, done.goto, bool(done.undo))


def _chosen(found: Read, meaning: str) -> Reading:
    if found.problem:
        raise BrokenRule(found.problem)
    if meaning:
        same = [one for one in found.readings if one.meaning == meaning]
        if not same:
            raise Conflict(_("This has changed a moment ago. Read it again before it runs."))
        return same[0]
    if found.runs is None:
        raise BrokenRule(_("This can mean several things. Choose one.") if found.readings else _("Type a command."))
    return found.runs


def _undo(actor: Actor, at: datetime) -> Ran:
    with transaction.atomic():
        last = selector.last(actor, at)
        if last is None:
            raise BrokenRule(_("There is nothing to take back from the last minute."))
        held = CommandRun.objects.select_for_update().get(pk=last.pk)
        if held.undone_at is not None:
            raise Conflict(_("This was taken back already."))
        command_undo.UNDO[held.undo["what"]](actor, held.undo, at)
        CommandRun.objects.filter(pk=held.pk).update(undone_at=at)
    goto = ("incident", str(held.incident_id)) if held.incident_id else ("", "")
    return Ran(_("Taken back."), goto)
