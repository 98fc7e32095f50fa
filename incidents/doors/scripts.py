"""The dispatcher's script: services beside forms and bodies."""

from core.web.doors import Door
from incidents.api.assess import AssessIn, PrioritizeIn
from incidents.assess_forms import AssessForm, PrioritizeForm
from incidents.services import assessments, priorities_set

DOORS: tuple[Door, ...] = (
    (assessments.assess, AssessForm, AssessIn),
    (priorities_set.prioritize, PrioritizeForm, PrioritizeIn),
)
