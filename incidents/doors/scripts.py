"""The dispatcher's script: services beside forms and bodies."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from incidents.api.assess import AssessIn, PrioritizeIn
from incidents.api.script_bodies import DraftIn, ReviseIn
from incidents.assess_forms import AssessForm, PrioritizeForm
from incidents.scripts_forms import DraftForm, ReviseForm
from incidents.services import assessments, priorities_set, scripts

SCRIPT_MOVES: dict[str, Door] = {
    "try": (scripts.try_out, VersionForm, VersionIn),
    "approve": (scripts.approve, VersionForm, VersionIn),
    "activate": (scripts.activate, VersionForm, VersionIn),
    "retire": (scripts.retire, VersionForm, VersionIn),
}
DOORS: tuple[Door, ...] = (
    (assessments.assess, AssessForm, AssessIn),
    (priorities_set.prioritize, PrioritizeForm, PrioritizeIn),
    (scripts.write, DraftForm, DraftIn),
    (scripts.revise, ReviseForm, ReviseIn),
    *SCRIPT_MOVES.values(),
)
