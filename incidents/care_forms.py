"""Response plans: what their pages send."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.web.versions import VersionForm
from incidents.care import ROWS, TEXTS
from incidents.care_fields import RowsField
from incidents.care_vocabulary import STATED, SuggestionKind
from incidents.models import Person
from incidents.selectors import plans_kept
from officers.models import Campus

# Twelve months: the longest that a plan is followed without somebody looking at it again.
USUAL_TERM = timedelta(days=365)
SHOWN = (
    ("", _("All")),
    ("mine", _("Mine")),
    ("waiting", _("Waiting for approval")),
    ("ending", _("Expiring")),
    ("expired", _("Expired")),
    ("retired", _("Retired")),
)
LANGUAGES = (("en", "English"), ("es", "Español"))


class PlansQuery(forms.Form):
    """Which plans are listed."""

    show = forms.ChoiceField(choices=SHOWN, required=False)


def _text(name: str, rows: str = "2", help_text: Any = "") -> forms.CharField:
    label: Any = TEXTS[name][0]
    longest = TEXTS[name][1]
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, required=False, widget=box, help_text=help_text)


def _rows(name: str, help_text: Any = "") -> RowsField:
    label, columns = ROWS[name]
    return RowsField(columns, label, help_text)


class BeginForm(forms.Form):
    """Whose plan it is, and at which campus."""

    student_number = forms.CharField(label=_("Student number"), max_length=20, required=False)
    campus = forms.ModelChoiceField(
        label=_("Campus"), queryset=Campus.objects.none(), required=False, empty_label=_("The whole district")
    )

    person = forms.ModelChoiceField(queryset=Person.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, actor: Actor, **options: Any) -> None:
        super().__init__(data, **options)
        campus, person = self.fields["campus"], self.fields["person"]
        if isinstance(person, forms.ModelChoiceField):
            person.queryset = plans_kept.people(actor)
        if isinstance(campus, forms.ModelChoiceField):
            campus.queryset = plans_kept.campuses(actor)
            if actor.places:
                campus.empty_label = "–"


class PlanForm(VersionForm):
    """Everything a plan says."""

    caution = _text("caution", help_text=_("What is read first, in at most two lines."))
    baseline = _text("baseline", help_text=_("On a good day: how the person talks, moves, sits, answers."))
    escalated = _text("escalated", help_text=_("The first signs, and what follows them."))
    triggers = _rows("triggers")
    helps = _rows("helps", _("A technique, words of your own, or both. The most helpful first."))
    avoid = _rows("avoid")
    strategies = _rows("strategies", _("The first to try on top."))
    contacts = _rows("contacts", _("The first to call on top."))
    safety = _rows("safety", _("Each with its day, where it is written, and its own end: at most twelve months."))
    sensory = _text("sensory")
    language = _text("language", rows="1")
    reentry = _text("reentry")
    supervision = _text("supervision")
    private_notes = forms.CharField(
        label=_("Private notes"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": "2"}),
        help_text=_("For you and supervisors alone; responders never see them."),
    )


def usual_end() -> date:
    """Twelve months from today."""
    return timezone.localdate(clock.now()) + USUAL_TERM


class ApproveForm(VersionForm):
    """Until when responders may follow it."""

    expires_on = forms.DateField(
        label=_("Valid until"), initial=usual_end, widget=forms.DateInput(attrs={"type": "date"})
    )


class ReturnForm(VersionForm):
    """Why it goes back."""

    comment = forms.CharField(
        label=_("What is to be changed"), max_length=400, widget=forms.Textarea(attrs={"rows": "3"})
    )


class MoveForm(VersionForm):
    """A button that needs no words."""


class ReasonForm(forms.Form):
    """Why somebody opens a plan outside an incident that they are sent to."""

    reason = forms.ChoiceField(label=_("Why do you open it?"), choices=STATED, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In words"), max_length=200, required=False, help_text=_("Needed for another reason.")
    )


class CardForm(ReasonForm):
    """Why a card is printed, and in which language."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect)
    field_order = ("language", "reason", "words")


class SuggestForm(forms.Form):
    """What somebody learned."""

    kind = forms.ChoiceField(label=_("What it is about"), choices=SuggestionKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(label=_("In words"), max_length=400, widget=forms.Textarea(attrs={"rows": "3"}))
    client_key = forms.UUIDField(widget=forms.HiddenInput)


class ReplyForm(VersionForm):
    """The answer to a suggestion."""

    reply = forms.CharField(
        label=_("Reply"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": "2"})
    )
