"""A warm hand-off: somebody is called, connected, and takes over by name and reference, or does not and is replaced."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.permissions import require
from incidents.console_vocabulary import Destination, HandoffOutcome
from incidents.console_workflow import OPEN_HANDOFF
from incidents.models import Handoff, Incident
from incidents.workflow import OPEN_INCIDENT


def require_start(incident: Incident, actor: Actor) -> None:
    """Refuse before any input is read."""
    require(actor, "handoff.start", incident)


def start(incident: Incident, *, actor: Actor, destination: str, at: datetime | None = None) -> Handoff:
    """Note that somebody is being called. The caller stays on the line, and units that are needed still go."""
    moment = at or clock.now()
    require_start(incident, actor)
    if destination not in Destination.values:
        raise BrokenRule(_("Nobody of this name takes over."), fields={"destination": _("Choose one of the list.")})
    with transaction.atomic():
        # Held, so that two desks do not call the same team in the same second.
        held = lock(incident)
        _check(held, destination)
        made = Handoff.objects.create(
            agency_id=held.agency_id,
            case_id=held.case_id,
            incident=held,
            destination=destination,
            started_by_id=actor.person,
            started_at=moment,
        )
        ledger.announce("handoff.started", record=made, actor=actor, at=moment, facts={"destination": destination})
    return made


def _check(incident: Incident, destination: str) -> None:
    if incident.status not in OPEN_INCIDENT:
        raise Conflict(_("Nobody is called for it: the status is already “%s”.") % incident.get_status_display())
    if incident.handoffs.filter(destination=destination, status__in=OPEN_HANDOFF).exists():
        raise Conflict(_("%s is being called already.") % Destination(destination).label)


def connect(
    handoff: Handoff,
    *,
    actor: Actor,
    expected_version: int | None,
    spoke_with: str = "",
    reference: str = "",
    at: datetime | None = None,
) -> Handoff:
    """Somebody answered; what is known of them is kept."""
    return _taken(handoff, "connect", actor, expected_version, at, spoke_with, reference)


def confirm(
    handoff: Handoff,
    *,
    actor: Actor,
    expected_version: int | None,
    spoke_with: str = "",
    reference: str = "",
    at: datetime | None = None,
) -> Handoff:
    """They took over: it leaves the board. Who it was has to be known by then."""
    if not (spoke_with or handoff.spoke_with):
        raise BrokenRule(
            _("Say who took over."), fields={"spoke_with": _("A name, a badge or a desk: whoever answers for it now.")}
        )
    return _taken(handoff, "confirm", actor, expected_version, at, spoke_with, reference)


def _taken(
    handoff: Handoff,
    move: str,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None,
    spoke_with: str,
    reference: str,
) -> Handoff:
    """What was said before stays where nothing new is said."""
    moment = at or clock.now()
    ended = {"ended_at": moment} if move == "confirm" else {}
    return advance(
        handoff,
        move,
        actor=actor,
        expected_version=expected_version,
        at=moment,
        facts={"destination": handoff.destination},
        spoke_with=spoke_with or handoff.spoke_with,
        reference=reference or handoff.reference,
        **ended,
    )


def fail(
    handoff: Handoff, *, actor: Actor, expected_version: int | None, outcome: str, at: datetime | None = None
) -> Handoff:
    """Nobody took over, and why; `selectors.handoffs.next_after` says whom to call next."""
    if outcome not in HandoffOutcome.values:
        raise BrokenRule(_("Say why it was not taken."), fields={"outcome": _("Choose one of the list.")})
    return advance(
        handoff,
        "fail",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"destination": handoff.destination, "outcome": outcome},
        outcome=outcome,
    )
