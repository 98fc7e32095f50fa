"""What people type about completions, courses and classes. Fields are named as the services name them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import formats, timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from officers.models import Course, TrainingSession
from officers.vocabulary import CourseCategory
from officers.workflow import BOOKING

HOURS: dict[str, Any] = {"min_value": 0, "max_digits": 5, "decimal_places": 1, "required": False}


def _course(label: Any) -> Any:
    return forms.ModelChoiceField(label=label, queryset=Course.objects.none(), empty_label="–")


def words_of(found: TrainingSession) -> str:
    """A class by course, day and place: what a coordinator needs to choose."""
    starts, ends = timezone.localtime(found.starts_at), timezone.localtime(found.ends_at)
    return __("%(course)s · %(day)s %(from)s to %(to)s · %(place)s") % {
        "course": found.course,
        "day": formats.date_format(starts, "D Y-m-d"),
        "from": f"{starts:%H:%M}",
        "to": f"{ends:%H:%M}" if starts.date() == ends.date() else f"{ends:%Y-%m-%d %H:%M}",
        "place": found.place,
    }


class _CoursesForm(forms.Form):
    def __init__(self, *args: Any, courses: QuerySet[Course], **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = courses


class CompletionForm(_CoursesForm):
    """A completed course."""

    course = _course(_("Course"))
    completed_on = forms.DateField(label=_("Completed on"), widget=forms.DateInput)
    started_on = forms.DateField(label=_("Begun on"), required=False, widget=forms.DateInput)
    hours = forms.DecimalField(label=_("Hours"), help_text=_("Empty: the hours of the course."), **HOURS)
    score = forms.DecimalField(label=_("Score"), **HOURS)
    provider = forms.CharField(label=_("Provider"), max_length=80, required=False)
    instructor = forms.CharField(label=_("Instructor"), max_length=80, required=False)
    expires_on = forms.DateField(
        label=_("Last valid day"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Empty: by the agency’s policy for the course."),
    )
    file = forms.FileField(
        label=_("Certificate"), required=False, help_text=_("PDF, PNG or JPEG. Only you and who keeps training see it.")
    )


class VerifyForm(forms.Form):
    """A button."""


class RefuseForm(forms.Form):
    """Why a completion does not count."""

    refusal = forms.CharField(label=_("Why"), max_length=200, help_text=_("The person reads this."))


class ChangeCourseForm(VersionForm):
    """What a course is."""

    title = forms.CharField(label=_("Title"), max_length=120)
    category = forms.ChoiceField(label=_("Category"), choices=[("", "–"), *CourseCategory.choices])
    hours = forms.DecimalField(label=_("Hours"), **HOURS)
    provider = forms.CharField(label=_("Provider"), max_length=80, required=False)
    crisis_intervention = forms.BooleanField(
        label=_("Makes a CIT officer"),
        required=False,
        help_text=_("Whoever completes it counts as a CIT officer while the certificate holds."),
    )
    valid_months = forms.IntegerField(
        label=_("Valid for months"), min_value=1, max_value=600, required=False, help_text=_("Empty: it does not end.")
    )


class CourseForm(forms.Form):
    """A new course."""

    number = forms.CharField(label=_("Number"), max_length=12)
    title, category, hours, provider, crisis_intervention, valid_months = (
        ChangeCourseForm.base_fields[name]
        for name in ("title", "category", "hours", "provider", "crisis_intervention", "valid_months")
    )


class RetireForm(VersionForm):
    """When a course ends."""

    retired_on = forms.DateField(
        label=_("Last day"),
        widget=forms.DateInput,
        help_text=_("Completions of this day and earlier count for ever; later ones are refused."),
    )


class SubstituteForm(_CoursesForm):
    """What counts in its place."""

    substitute = _course(_("Course that counts in its place"))
    active = forms.BooleanField(
        label=_("It counts"), required=False, initial=True, help_text=_("Clear this to end the substitution.")
    )


class ClassForm(_CoursesForm):
    """A class at a time and place."""

    course = _course(_("Course"))
    starts_at = forms.DateTimeField(label=_("Begins"), widget=forms.DateTimeInput)
    ends_at = forms.DateTimeField(label=_("Ends"), widget=forms.DateTimeInput)
    place = forms.CharField(label=_("Place"), max_length=80)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=500, initial=12)


class BookForm(forms.Form):
    """Which class."""

    session = forms.ModelChoiceField(
        label=_("Class"), queryset=TrainingSession.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, sessions: QuerySet[TrainingSession], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["session"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = sessions
            field.widget.choices = [(str(found.pk), words_of(found)) for found in sessions]


class SeatForm(VersionForm):
    """A move of a seat that needs nothing but a button."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int = 1, **options: Any) -> None:
        super().__init__(data, version=version, **options)


class SeatMoveForm(SeatForm):
    """Which button."""

    move = forms.ChoiceField(choices=[(move.name, move.label) for move in BOOKING.moves])
