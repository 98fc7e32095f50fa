"""Door 1 of what stands behind duties: the words of forms, the school calendar, the state report."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.law_vocabulary import SpecialDay
from incidents.scripts_forms import JsonField


class TemplateDraftForm(forms.Form):
    """A new version, and the one whose words it begins with."""

    based_on = forms.ChoiceField(label=_("Begin with the words of"))
    title = forms.CharField(label=_("Title"), max_length=120)
    source_note = forms.CharField(label=_("Source"), max_length=200, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, versions: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(data)
        field = self.fields["based_on"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(versions)


class TemplateReviseForm(VersionForm):
    """The words of a draft."""

    title = forms.CharField(label=_("Title"), max_length=120)
    source_note = forms.CharField(label=_("Source"), max_length=200, required=False)
    confirm_with_counsel = forms.BooleanField(
        label=_("Counsel has still to confirm these words"), required=False, initial=True
    )
    content = JsonField(label=_("Words"))


class ActivateForm(VersionForm):
    """From which day on."""

    effective_from = forms.DateField(label=_("In force from"), widget=forms.DateInput())


def _clock(label: Any, initial: time | None = None, *, required: bool = True) -> forms.TimeField:
    return forms.TimeField(label=label, initial=initial, required=required, widget=forms.TimeInput())


class TermForm(forms.Form):
    """A stretch of school."""

    name = forms.CharField(label=_("Name"), max_length=60)
    first_day = forms.DateField(label=_("First day"), widget=forms.DateInput())
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput())
    opens_at = _clock(_("School begins at"), time(8, 0))
    closes_at = _clock(_("School ends at"), time(16, 0))


class DayForm(forms.Form):
    """A day unlike others."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput())
    kind = forms.ChoiceField(label=_("What it is"), choices=SpecialDay.choices)
    name = forms.CharField(label=_("Name"), max_length=60)
    closes_at = _clock(_("School ends at"), required=False)


class EmptyForm(forms.Form):
    """One tap says it all."""


class ExportForm(forms.Form):
    """Which days a state report covers."""

    first_day = forms.DateField(label=_("First day"), widget=forms.DateInput())
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput())
    reporting_period = forms.CharField(
        label=_("Reporting period"), max_length=4, initial="003", help_text=_("As in the state’s code table.")
    )
