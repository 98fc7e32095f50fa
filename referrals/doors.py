"""Each service beside its form and its request body: the three name the same things."""

from core.web.doors import Door
from core.web.versions import VersionIn
from referrals.api.serializers import CompleteIn, ContactIn, DeclineIn, FailIn, MakeIn, NextStepIn, RecallIn
from referrals.forms import (
    CompleteForm,
    ContactForm,
    DeclineForm,
    FailForm,
    MakeForm,
    NextStepForm,
    RecallForm,
    VersionForm,
)
from referrals.services import endings, referrals

# Every move that has a door, by the name it has in the workflow.
MOVES: dict[str, Door] = {
    "acknowledge": (referrals.acknowledge, VersionForm, VersionIn),
    "complete": (endings.complete, CompleteForm, CompleteIn),
    "fail": (endings.fail, FailForm, FailIn),
    "decline": (endings.decline, DeclineForm, DeclineIn),
    "recall": (endings.recall, RecallForm, RecallIn),
    "acknowledge_feedback": (endings.acknowledge_feedback, VersionForm, VersionIn),
    "record_next_step": (endings.record_next_step, NextStepForm, NextStepIn),
}
DOORS: tuple[Door, ...] = (
    (referrals.make, MakeForm, MakeIn),
    (referrals.log_contact, ContactForm, ContactIn),
    *MOVES.values(),
)
