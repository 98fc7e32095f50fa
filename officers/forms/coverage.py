"""What people type about coverage. Fields are named as the services name them; `version` is the expected one."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from officers.models import Campus, CampusGroup
from officers.planning.spans import Span
from officers.vocabulary import CoverageKind, Position

DAYS = [
    (0, _("Mon")),
    (1, _("Tue")),
    (2, _("Wed")),
    (3, _("Thu")),
    (4, _("Fri")),
    (5, _("Sat")),
    (6, _("Sun")),
]
FIRST_YEAR, LAST_YEAR = 2000, 2199
LONGEST_COVER = timedelta(hours=24)
MINUTE = "%Y-%m-%dT%H:%M"


class WeekField(forms.RegexField):
    """2026-W48 as the Monday of that week."""

    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": _("A week is written like 2026-W48.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(r"^\d{4}-W\d{2}$", **options)

    def clean(self, value: Any) -> Any:
        """The Monday, or None."""
        text = super().clean(value)
        if not text:
            return None
        year, number = int(text[:4]), int(text[6:])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["invalid"])
        try:
            return date.fromisocalendar(year, number, 1)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"]) from error


class WeekQuery(forms.Form):
    """Which week the coverage page shows; none is the next one."""

    week = WeekField(required=False)


class SpanForm(forms.Form):
    """From when until when somebody is looked for; the minutes are the agency's own."""

    starts_at = forms.DateTimeField(label=_("From"), input_formats=[MINUTE])
    ends_at = forms.DateTimeField(label=_("Until"), input_formats=[MINUTE])

    def clean(self) -> dict[str, Any]:
        """At most a day, and not backwards."""
        clean: dict[str, Any] = super().clean() or {}
        starts_at, ends_at = clean.get("starts_at"), clean.get("ends_at")
        if starts_at and ends_at and not timedelta() < ends_at - starts_at <= LONGEST_COVER:
            self.add_error("ends_at", _("The end must be after the start, and at most a day later."))
        return clean

    @property
    def span(self) -> Span:
        """The same as a span."""
        return Span(self.cleaned_data["starts_at"], self.cleaned_data["ends_at"])


class SpanQuery(SpanForm):
    """The same in an address, where both may be missing."""

    starts_at = forms.DateTimeField(input_formats=[MINUTE], required=False)
    ends_at = forms.DateTimeField(input_formats=[MINUTE], required=False)


class CoverForm(SpanForm):
    """Who is to be planned into a gap."""

    officer = forms.UUIDField(widget=forms.HiddenInput)


class RuleForm(forms.Form):
    """A coverage rule."""

    name = forms.CharField(label=_("Name"), max_length=60)
    kind = forms.ChoiceField(label=_("Asks for"), choices=CoverageKind.choices, widget=forms.RadioSelect)
    number = forms.IntegerField(
        label=_("Number or percent"),
        min_value=1,
        max_value=999,
        help_text=_("People for “at least”, percent of those on duty for a share."),
    )
    cit = forms.BooleanField(label=_("Certified people only"), required=False, initial=True)
    position = forms.ChoiceField(label=_("Position"), choices=Position.choices, widget=forms.RadioSelect)
    group = forms.ModelChoiceField(
        label=_("Group of campuses"),
        queryset=CampusGroup.objects.none(),
        required=False,
        empty_label=_("Whole agency"),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days"), choices=DAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    starts = forms.TimeField(label=_("From"))
    ends = forms.TimeField(
        label=_("Until"),
        help_text=_("An end not after the start is on the next day; the same time is the whole day."),
    )

    def __init__(self, *args: Any, groups: QuerySet[CampusGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group: Any = self.fields["group"]
        group.queryset = groups


class ChangeRuleForm(RuleForm, VersionForm):
    """The same about a rule that may have moved on."""


class ZoneForm(forms.Form):
    """A group of campuses."""

    name = forms.CharField(label=_("Name"), max_length=40)
    campuses = forms.ModelMultipleChoiceField(
        label=_("Campuses"),
        queryset=Campus.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A campus of another group moves to this one."),
    )

    def __init__(self, *args: Any, campuses: QuerySet[Campus], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["campuses"]
        field.queryset = campuses


class ChangeZoneForm(ZoneForm, VersionForm):
    """The same about a group that may have moved on."""


class LimitsForm(VersionForm):
    """The limits of work."""

    max_week_hours = forms.IntegerField(label=_("Most hours in seven days"), min_value=1, max_value=168)
    overtime_from_hours = forms.IntegerField(label=_("Overtime after hours in seven days"), min_value=1, max_value=168)
    min_rest_hours = forms.IntegerField(label=_("Least rest between two shifts, hours"), min_value=0, max_value=48)
    max_shift_hours = forms.IntegerField(label=_("Longest shift, hours"), min_value=1, max_value=24)
    warn_hours = forms.IntegerField(label=_("The console warns of a gap, hours before"), min_value=1, max_value=24)


class TurnForm(VersionForm):
    """Stop a rule, or let it ask again."""

    move = forms.ChoiceField(choices=[("stop", "stop"), ("resume", "resume")])
