"""Door 1 of the de-escalation record: taps, none of them preselected, made from the sections."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.web.versions import VersionForm
from incidents.encounter import BY_KEY, FIELDS, SECTIONS
from incidents.record_comments import BySection
from incidents.record_fields import form_field
from incidents.record_vocabulary import Grade, PersonRole
from incidents.record_workflow import RecordState

EMPTY = ("", "–")


class RecordForm(VersionForm):
    """What one officer saw, did and what came of it.

    `only` names sections that are sent by themselves; a page that draws a part of the fields sends their names as
    `asked`. What is not asked stays as it was.
    """

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, only: Iterable[str] = (), **options: Any
    ) -> None:
        super().__init__(data, version=version, **options)
        kept = {field.name for key in only for field in BY_KEY[key].fields}
        kept |= set(str((data or {}).get("asked") or "").split())
        for name in [name for name in FIELDS if kept and name not in kept]:
            del self.fields[name]


# Its fields are those of the sections, in their order.
RecordForm.base_fields.update({name: form_field(asked) for name, asked in FIELDS.items()})


class MoveForm(VersionForm):
    """A move that needs no words."""

    move = forms.ChoiceField(
        choices=[("review_force", ""), ("review_gravest", ""), ("approve", ""), ("lock", "")], required=False
    )


class AmendForm(VersionForm):
    """A change of one section of a locked record."""

    section = forms.ChoiceField(label=_("Section"), choices=[(one.key, one.title) for one in SECTIONS])
    changes = forms.JSONField(label=_("New answers"), widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": "3"}))


class PolicyForm(VersionForm):
    """What one agency has decided for its records."""

    lock_after_hours = forms.IntegerField(label=_("Lock after how many hours"), min_value=0, max_value=720)
    first_offender_program = forms.NullBooleanField(label=_("Is there a first-offender program?"), required=False)
    informal_guidelines = forms.NullBooleanField(
        label=_("Are the juvenile board’s guidelines on file?"), required=False
    )


class SubjectForm(forms.Form):
    """Who the record is about."""

    role = forms.ChoiceField(label=_("The person is"), choices=PersonRole.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name"), max_length=80, required=False, help_text=_("Leave empty if not known."))
    grade = forms.ChoiceField(label=_("Grade"), choices=[EMPTY, *Grade.choices], required=False)
    subject = forms.UUIDField(required=False, widget=forms.HiddenInput)
    another = forms.BooleanField(label=_("Somebody else than the persons above"), required=False)


class ReturnForm(VersionForm):
    """What the author should change."""

    return_comment = forms.CharField(label=_("What to change"), max_length=1000, widget=BySection)


class RecordsFilter(forms.Form):
    """The parameters of the list of records."""

    status = forms.ChoiceField(choices=[EMPTY, *RecordState.choices], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


def stored(record: Any) -> dict[str, Any]:
    """A record's answers as the form takes them."""
    found = {name: getattr(record, name) for name in FIELDS}
    return {name: str(value).lower() if isinstance(value, bool) else value for name, value in found.items()}
