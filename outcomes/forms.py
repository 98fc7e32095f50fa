"""The filters of the report; the address of the page is the report."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Wide enough for every record there can be, and far from where a calendar ends.
CALENDAR = (MinValueValidator(date(1990, 1, 1)), MaxValueValidator(date(2099, 12, 31)))


class PeriodQuery(forms.Form):
    """Whole days, both included."""

    since = forms.DateField(
        label=pgettext_lazy("day", "From"), required=False, widget=forms.DateInput, validators=CALENDAR
    )
    until = forms.DateField(
        label=pgettext_lazy("day", "Until"), required=False, widget=forms.DateInput, validators=CALENDAR
    )

    def clean(self) -> dict[str, Any]:
        """A period runs forwards."""
        typed = super().clean() or {}
        since, until = typed.get("since"), typed.get("until")
        if since and until and since > until:
            raise forms.ValidationError(_("The period ends before it begins."))
        return typed


class ReportQuery(PeriodQuery):
    """A period, and perhaps one campus by its code."""

    campus = forms.CharField(label=_("Campus"), required=False, max_length=8)


class ReportFilter(ReportQuery):
    """The same, as drawn on the page with the campuses by name."""

    def __init__(self, *args: Any, campuses: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("All campuses")), *campuses.items()]
        self.fields["campus"] = forms.ChoiceField(label=_("Campus"), required=False, choices=choices)
