"""Drafts of calls, logging and sending in one step: services beside forms and bodies."""

from core.web.doors import Door
from incidents.api import intake as bodies
from incidents.intake_forms import IntakeForm, SaveForm, TakeForm
from incidents.services import intake, intake_drafts

DOORS: tuple[Door, ...] = (
    (intake.log_and_send, IntakeForm, bodies.IntakeIn),
    (intake_drafts.take, TakeForm, bodies.TakeIn),
    (intake_drafts.save, SaveForm, bodies.SaveIn),
)
