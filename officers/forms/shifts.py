"""What people type about shifts, cover, leave and the clock. Fields are named as the services name them."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.web.versions import VersionForm
from officers.models import Campus, Officer, Shift, ShiftTemplate
from officers.roles import Duty
from officers.selectors import choices
from officers.vocabulary import LeaveKind, OverrideReason, Position

if TYPE_CHECKING:
    _OneShift = forms.ModelChoiceField[Shift]
    _OnePerson = forms.ModelChoiceField[Officer]
    _OneCampus = forms.ModelChoiceField[Campus]
else:
    # Django's class takes no types while the program runs.
    _OneShift = _OnePerson = _OneCampus = forms.ModelChoiceField

EMPTY = ("", "–")
NEXT_DAY = _("An end not after the start is on the next day.")
ON_DUTY = [choice for choice in Duty.choices if choice[0] != Duty.OFF_DUTY]


class ShiftChoice(_OneShift):
    """A shift as unit, day and hours."""

    def label_from_instance(self, obj: Shift) -> str:
        """In the reader's own words for days."""
        starts, ends = timezone.localtime(obj.starts_at), timezone.localtime(obj.ends_at)
        return f"{obj.officer.call_sign} · {date_format(starts, 'D j M, H:i')}–{ends:%H:%M}"


class OfficerChoice(_OnePerson):
    """A person as unit and name."""

    def label_from_instance(self, obj: Officer) -> str:
        """The call sign first, since that is what is said aloud."""
        return f"{obj.call_sign} · {obj.user.name}"


class Chooses(forms.Form):
    """A form whose choices are those of one actor's agency."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        offered: Mapping[str, Any] = {
            "officer": choices.people,
            "campus": choices.campuses,
            "template": choices.templates,
            "offered": choices.exchangeable,
        }
        for name in self.fields.keys() & offered.keys():
            field: Any = self.fields[name]
            field.queryset = offered[name](actor)


def _rows(model: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.none()
    return found


def campus_field() -> _OneCampus:
    empty = _("Home campus")
    return forms.ModelChoiceField(label=_("Campus"), queryset=_rows(Campus), required=False, empty_label=empty)


def officer_field() -> OfficerChoice:
    return OfficerChoice(label=_("Person"), queryset=_rows(Officer), empty_label="–")


def override_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Reason beyond a limit"),
        choices=[EMPTY, *OverrideReason.choices],
        required=False,
        help_text=_("Only needed when a limit of work would be passed. It is kept with the shift."),
    )


class PlanForm(Chooses):
    """One shift, by a template or by its hours."""

    day = forms.DateField(label=_("Day"))
    template = forms.ModelChoiceField(
        label=_("Template"), queryset=_rows(ShiftTemplate), required=False, empty_label=_("Own hours")
    )
    starts = forms.TimeField(label=_("Start"), required=False, help_text=_("Not needed with a template."))
    ends = forms.TimeField(label=_("End"), required=False, help_text=NEXT_DAY)
    position = forms.ChoiceField(label=_("Position"), choices=[EMPTY, *Position.choices], required=False)
    campus = campus_field()
    override_reason = override_field()


class ChangeShiftForm(Chooses, VersionForm):
    """Other hours, position or place."""

    day = forms.DateField(label=_("Day"))
    starts = forms.TimeField(label=_("Start"))
    ends = forms.TimeField(label=_("End"), help_text=NEXT_DAY)
    position = forms.ChoiceField(label=_("Position"), choices=Position.choices)
    campus = campus_field()
    override_reason = override_field()


class HandOverForm(Chooses, VersionForm):
    """Who works it instead."""

    officer = officer_field()
    override_reason = override_field()


class AskCoverForm(Chooses):
    """Ask that somebody takes a shift, for nothing or in exchange."""

    offered = ShiftChoice(
        label=_("In exchange for"),
        queryset=_rows(Shift),
        required=False,
        empty_label=_("Nothing: anybody may take it"),
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)


class ApproveCoverForm(VersionForm):
    """The supervisor's word, with a reason where a limit is passed."""

    override_reason = override_field()


class CoverMoveForm(VersionForm):
    """One button of a request."""

    move = forms.ChoiceField(choices=[("accept", ""), ("decline", ""), ("withdraw", "")])


class LeaveMoveForm(VersionForm):
    """One button of a request for leave."""

    move = forms.ChoiceField(choices=[("approve", ""), ("decline", ""), ("withdraw", "")])


class ClockMoveForm(forms.Form):
    """In or out."""

    move = forms.ChoiceField(choices=[("clock_in", ""), ("clock_out", "")])


class AskLeaveForm(forms.Form):
    """From the first day to the last."""

    kind = forms.ChoiceField(label=_("Kind"), choices=LeaveKind.choices, widget=forms.RadioSelect)
    from_day = forms.DateField(label=_("First day"))
    to_day = forms.DateField(label=_("Last day"), help_text=_("This day is included."))
    note = forms.CharField(
        label=_("Note"), max_length=200, required=False, help_text=_("Read by you and by supervisors only.")
    )


class ClockForm(forms.Form):
    """Nothing but the button."""


class StatusForm(forms.Form):
    """What an officer on duty can be asked for."""

    duty = forms.ChoiceField(label=_("Status"), choices=ON_DUTY)


class CorrectForm(VersionForm):
    """What the clock should have said."""

    clocked_in_at = forms.DateTimeField(label=_("Clocked in"), input_formats=["%Y-%m-%dT%H:%M"])
    clocked_out_at = forms.DateTimeField(label=_("Clocked out"), input_formats=["%Y-%m-%dT%H:%M"])
    correction = forms.CharField(label=_("Reason of the correction"), max_length=200)


def minute(at: datetime | None) -> str:
    """An instant as the reader's clock shows it, for a field of date and time."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M") if at else ""
