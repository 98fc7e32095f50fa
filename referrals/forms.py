"""What people type about referrals. Fields are named as the services name them; `version` is the expected one."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from referrals.models import ReferralTeam
from referrals.selectors import TABS
from referrals.vocabulary import (
    COMPLETED_ENDINGS,
    FAILED_ENDINGS,
    ContactChannel,
    ContactResult,
    ContactWith,
    DeclineReason,
    NextStep,
    RecallReason,
    Urgency,
)
from referrals.workflow import REFERRAL

BUTTONS = [move.name for move in REFERRAL.moves if not move.needs_form]


class InboxQuery(forms.Form):
    """What the address of the inbox may say."""

    tab = forms.ChoiceField(choices=[(tab.name, tab.label) for tab in TABS], required=False)
    page = forms.IntegerField(min_value=1, required=False)


class VersionForm(forms.Form):
    """The reading that the person acts on."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class MoveForm(VersionForm):
    """A button: one of the moves that need no more."""

    move = forms.ChoiceField(choices=[(name, name) for name in BUTTONS])


class MakeForm(forms.Form):
    """To whom, and how soon."""

    client_key = forms.UUIDField(widget=forms.HiddenInput)
    team = forms.ModelChoiceField(
        queryset=ReferralTeam.objects.none(), label=_("Team"), widget=forms.RadioSelect, empty_label=None
    )
    urgency = forms.ChoiceField(label=_("How soon"), choices=Urgency.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, teams: QuerySet[ReferralTeam], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team: Any = self.fields["team"]
        team.queryset = teams


class ContactForm(forms.Form):
    """One attempt to reach the person."""

    channel = forms.ChoiceField(label=_("How"), choices=ContactChannel.choices, widget=forms.RadioSelect)
    contact_with = forms.ChoiceField(label=_("With whom"), choices=ContactWith.choices, widget=forms.RadioSelect)
    result = forms.ChoiceField(label=_("Result"), choices=ContactResult.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Stays with student support. Police never see it."),
    )


class _EndForm(VersionForm):
    outcome_on = forms.DateField(label=_("Date of the outcome"), initial=timezone.localdate)


def _outcomes(endings: tuple[Any, ...]) -> forms.ChoiceField:
    choices = [(ending.value, ending.label) for ending in endings]
    return forms.ChoiceField(label=_("What came of it"), choices=choices, widget=forms.RadioSelect)


class CompleteForm(_EndForm):
    """What came of it."""

    outcome = _outcomes(COMPLETED_ENDINGS)
    field_order = ("outcome", "outcome_on")


class FailForm(_EndForm):
    """Why it ended without help."""

    outcome = _outcomes(FAILED_ENDINGS)
    field_order = ("outcome", "outcome_on")


class DeclineForm(VersionForm):
    """Why the team does not take it."""

    decline_reason = forms.ChoiceField(label=_("Reason"), choices=DeclineReason.choices, widget=forms.RadioSelect)


class RecallForm(VersionForm):
    """Why the sender takes it back."""

    recall_reason = forms.ChoiceField(label=_("Reason"), choices=RecallReason.choices, widget=forms.RadioSelect)


class NextStepForm(VersionForm):
    """What follows."""

    next_step = forms.ChoiceField(label=_("Next step"), choices=NextStep.choices, widget=forms.RadioSelect)
