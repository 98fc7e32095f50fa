"""A record's answers in words, for those who read it."""

from typing import Any

from django.db.models import Choices
from django.utils.translation import gettext_lazy as _

from incidents.models import DeescalationRecord
from incidents.record_forms import RecordForm
from incidents.record_vocabulary import (
    Behavior,
    Force,
    Grade,
    Injured,
    Outcome,
    PersonRole,
    RecordNature,
    Technique,
    Weapon,
)

LISTS: dict[str, type[Choices]] = {
    "nature": RecordNature,
    "behaviors": Behavior,
    "weapon": Weapon,
    "techniques": Technique,
    "force_highest": Force,
    "injured": Injured,
    "primary_outcome": Outcome,
    "outcomes": Outcome,
}


def answers(record: DeescalationRecord) -> list[tuple[Any, str]]:
    """Question and answer, in the order of the form; what was not answered is left out."""
    subject = record.subject
    person = [(_("The person is"), str(PersonRole(subject.role).label)), (_("Name"), subject.name)]
    grade = [(_("Grade"), str(Grade(subject.grade).label))] if subject.grade else []
    asked = [
        (field.label, _said(name, getattr(record, name)))
        for name, field in RecordForm.base_fields.items()
        if name != "version"
    ]
    return [(label, words) for label, words in [*person, *grade, *asked] if words]


def _said(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if name not in LISTS:
        return str(value)
    labels = {key: str(label) for key, label in LISTS[name].choices}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(key, str(key)) for key in chosen)
