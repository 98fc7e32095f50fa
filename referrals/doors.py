"""Each service beside its form and its request body: the three name the same things."""

from collections.abc import Callable
from typing import Any

from django import forms
from rest_framework import serializers

from referrals.api.serializers import (
    CompleteIn,
    ContactIn,
    DeclineIn,
    FailIn,
    MakeIn,
    NextStepIn,
    RecallIn,
    VersionIn,
)
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

Service = Callable[..., Any]
Door = tuple[Service, type[forms.Form], type[serializers.Serializer[Any]]]

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


def keywords(clean: dict[str, Any]) -> dict[str, Any]:
    """Cleaned input as the service names it."""
    given = dict(clean)
    if "version" in given:
        given["expected_version"] = given.pop("version")
    return given
