"""What each kind of entry does, through the services that its button uses. Whoever refuses is answered, not lost."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from core import ledger
from core.errors import BrokenRule
from incidents.console_vocabulary import TimerKind
from incidents.field_vocabulary import EntryKind, Wanted
from incidents.models import Timer
from incidents.models.tablet import Settled
from incidents.selectors import plans_kept
from incidents.services import asks, care, field_entries, notes, tablet_steps, timers
from incidents.services.tablet_effects import Effect, Given
from incidents.services.tablet_review import settle

# Where the value of a tap lies in its body.
VALUES = {EntryKind.TECHNIQUE: "technique", EntryKind.FORCE_USED: "force", EntryKind.DISPOSITION: "outcome"}
TEXTS = {EntryKind.TECHNIQUE: "effect", EntryKind.FORCE_USED: "text"}


def note(given: Given) -> Effect:
    """A note whose key is the entry's."""
    made = notes.add_entered(given.incident, actor=given.actor, key=given.key, text=given.data["text"], at=given.at)
    return Effect(made.pk)


def tap(kind: EntryKind) -> Callable[[Given], Effect]:
    """What was tapped at the scene, with the time of its doing."""

    def handle(given: Given) -> Effect:
        made = field_entries.add(
            given.incident,
            actor=given.actor,
            kind=kind.value,
            value=str(given.data.get(VALUES.get(kind, ""), "")),
            text=given.data.get(TEXTS.get(kind, ""), ""),
            client_key=given.key,
            captured_at=given.at,
            at=given.recorded_at,
        )
        return Effect(made.pk)

    return handle


def ask(given: Given) -> Effect:
    """Something is wanted from the desk."""
    return _wanted(given, given.data["what"], given.data["text"])


def call_help(given: Given) -> Effect:
    """The officer needs help: first on every desk."""
    return _wanted(given, Wanted.HELP, given.data["text"])


def _wanted(given: Given, what: str, text: str) -> Effect:
    made = asks.ask(given.incident, actor=given.actor, what=what, text=text, client_key=given.key, at=given.at)
    return Effect(made.pk)


def check_in(given: Given) -> Effect:
    """All is well, which ends the round that was running then; or it is not, which is a call for help."""
    if not given.data["ok"]:
        return _wanted(given, Wanted.HELP, given.data["words"])
    running = Timer.objects.select_related("incident", "assignment__officer").filter(
        incident=given.incident,
        assignment__officer__user=given.actor.person,
        kind=TimerKind.WELFARE,
        # What was said before this round began answers an earlier one.
        started_at__lte=given.at,
        ended_at__isnull=True,
    )
    timer = running.first()
    if timer is not None:
        return Effect(timers.answer(timer, actor=given.actor, at=given.at).pk)
    ledger.announce("tablet.checked_in", record=given.incident, actor=given.actor, at=given.at, facts={})
    return Effect(given.key)


def plan_suggestion(given: Given) -> Effect:
    """What the next one should know about how to meet this person."""
    plan = plans_kept.to_suggest(given.actor, given.data["plan"])
    kind, text = given.data["kind"], given.data["text"]
    made = care.suggest(plan, actor=given.actor, kind=kind, text=text, client_key=given.key, at=given.at)
    return Effect(made.pk)


def withdrawal(given: Given) -> Effect:
    """A refused entry of the officer's own is given up."""
    row = settle(given.data["entry"], Settled.WITHDRAWN, actor=given.actor, by=given.key, at=given.recorded_at)
    if row is None:
        raise BrokenRule(_("There is no such refused entry of yours."))
    return Effect(row.pk)


HANDLERS: dict[str, Callable[[Given], Effect]] = {
    "note": note,
    "acknowledge": tablet_steps.acknowledge,
    **{kind.value: tap(kind) for kind in EntryKind},
    "ask": ask,
    "help": call_help,
    "check_in": check_in,
    "plan_suggestion": plan_suggestion,
    "record_draft": tablet_steps.record_draft,
    "status": tablet_steps.status,
    "withdrawal": withdrawal,
}
