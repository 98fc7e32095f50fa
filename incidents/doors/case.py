"""Each service beside its form and its request body: the three name the same things."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from incidents import forms as pages
from incidents.api import serializers as bodies
from incidents.doors import units
from incidents.doors.duplicates import MERGE
from incidents.services import assignments, calls, incidents, intake_scheduled, weights
from incidents.weight_forms import WeightsForm, WeightsIn

# The moves that have a door of their own name, by noun and by the name they have in the workflow.
INCIDENT_MOVES: dict[str, Door] = {
    "begin": (intake_scheduled.begin, VersionForm, VersionIn),
    "clear": (incidents.clear, VersionForm, VersionIn),
    "close": (incidents.close, pages.CloseForm, bodies.CloseIn),
    "cancel": (incidents.cancel, pages.CloseForm, bodies.CloseIn),
    "reopen": (incidents.reopen, pages.ReopenForm, bodies.ReopenIn),
    "merge": MERGE,
    "transfer": units.TRANSFER,
}
ASSIGNMENT_MOVES: dict[str, Door] = {
    "start": (assignments.start, VersionForm, VersionIn),
    "arrive": (assignments.arrive, VersionForm, VersionIn),
    "clear": (assignments.clear, VersionForm, VersionIn),
    "cancel": (assignments.cancel, pages.CallBackForm, bodies.CallBackIn),
    "lead": units.LEAD,
}
DOORS: tuple[Door, ...] = (
    (calls.log, pages.CallForm, bodies.CallIn),
    (assignments.send, pages.SendForm, bodies.SendIn),
    (weights.set, WeightsForm, WeightsIn),
    *INCIDENT_MOVES.values(),
    *ASSIGNMENT_MOVES.values(),
)
