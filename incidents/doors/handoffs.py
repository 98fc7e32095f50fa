"""Warm hand-offs to other services: services beside forms and bodies."""

from core.web.doors import Door
from incidents.api.handoff_bodies import FailIn, StartIn, TakenIn
from incidents.handoffs_forms import FailForm, StartForm, TakenForm
from incidents.services import handoffs

HANDOFF_MOVES: dict[str, Door] = {
    "connect": (handoffs.connect, TakenForm, TakenIn),
    "confirm": (handoffs.confirm, TakenForm, TakenIn),
    "fail": (handoffs.fail, FailForm, FailIn),
}
DOORS: tuple[Door, ...] = ((handoffs.start, StartForm, StartIn), *HANDOFF_MOVES.values())
