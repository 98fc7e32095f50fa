"""What the coordinator types about rules and waivers. Fields are named as the services name them."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from officers.models import Course
from officers.roles import License
from officers.vocabulary import Anchor, RuleKind


class ChangeRuleForm(forms.Form):
    """One version of a rule."""

    title = forms.CharField(label=_("Title"), max_length=120)
    kind = forms.ChoiceField(label=_("How often"), choices=[("", "–"), *RuleKind.choices])
    effective_from = forms.DateField(label=_("In force from"), widget=forms.DateInput)
    number = forms.IntegerField(
        label=_("Days or months"),
        min_value=1,
        max_value=9999,
        required=False,
        help_text=_("Only for “within a number of days” and “every number of months”."),
    )
    anchor = forms.ChoiceField(label=_("Counted from"), choices=[("", "–"), *Anchor.choices], required=False)
    licenses = forms.MultipleChoiceField(
        label=_("Asks"),
        choices=License.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: everybody on the roster."),
    )
    courses = forms.MultipleChoiceField(
        label=_("Courses"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Any of them meets it. None chosen: hours of any course."),
    )
    min_hours = forms.DecimalField(
        label=_("Hours"), min_value=Decimal("0.5"), max_digits=5, decimal_places=1, required=False
    )
    anchored_from = forms.DateField(
        label=_("Only those who came from"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Asks nobody whose day lies before this one."),
    )
    due_soon_days = forms.IntegerField(label=_("Warn days before"), min_value=0, max_value=3650, initial=90)
    basis = forms.CharField(
        label=_("Basis"), max_length=160, required=False, help_text=_("The law, or the agency’s policy.")
    )

    def __init__(self, *args: Any, courses: QuerySet[Course], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["courses"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(course.number, str(course)) for course in courses]


class RuleForm(ChangeRuleForm):
    """A rule that was not there before."""

    slug = forms.SlugField(
        label=_("Short name"), max_length=40, help_text=_("Letters, numbers and hyphens. It never changes.")
    )
    field_order = ("slug", "title")


class EndRuleForm(forms.Form):
    """When a rule ends."""

    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput)


class WaiverForm(forms.Form):
    """Which rule somebody need not meet, and why."""

    rule_slug = forms.ChoiceField(label=_("Rule"))
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("The person reads this. Say nothing about health.")
    )
    until = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput, help_text=_("Empty: without an end.")
    )

    def __init__(self, *args: Any, rules: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["rule_slug"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "–"), *rules]
