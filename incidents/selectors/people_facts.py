"""What is known of a person in words, and the rows that belong to them."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.models import Guardian, Person, Subject
from incidents.people_vocabulary import RaceEthnicity

# Label and field; a field with choices is said by its label.
FACTS = (
    (gettext_lazy("Name"), "name"),
    (gettext_lazy("Other names"), "other_names"),
    (gettext_lazy("Birth date"), "birth_date"),
    (gettext_lazy("Student number"), "student_number"),
    (gettext_lazy("The person is"), "role"),
    (gettext_lazy("Grade"), "grade"),
    (gettext_lazy("Campus"), "campus"),
    (gettext_lazy("Sex"), "sex"),
    (gettext_lazy("Race and ethnicity"), "race_ethnicity"),
    (gettext_lazy("Language"), "language"),
    (gettext_lazy("Needs an interpreter"), "interpreter"),
    (gettext_lazy("Special education"), "special_ed"),
    (gettext_lazy("Section 504"), "section_504"),
    (gettext_lazy("Veteran"), "veteran"),
    (gettext_lazy("Without a home"), "unhoused"),
    (gettext_lazy("In foster care"), "foster"),
    (gettext_lazy("In a residential program for IDD"), "idd_residential_program"),
    (gettext_lazy("Provider or case manager"), "provider"),
    (gettext_lazy("Reported diagnosis"), "reported_diagnosis"),
    (gettext_lazy("Reported by"), "reported_by"),
)


def groups(person: Person) -> list[tuple[str, str]]:
    """Label and value of all that is known."""
    return [(label, value) for label, value in named(person).items() if value]


def named(person: Person) -> Mapping[str, str]:
    """Every fact by its label, empty where nothing is recorded."""
    return {str(label): _said(person, field) for label, field in FACTS}


def row_said(kind: str, key: str) -> str:
    """One row that belongs to a person, so that it can be chosen."""
    if kind == "subject":
        row = Subject.objects.select_related("incident").get(pk=key)
        day = timezone.localdate(row.incident.received_at)
        return _("Encounter %(number)s, %(day)s") % {"number": row.incident.number, "day": f"{day:%Y-%m-%d}"}
    if kind == "guardian":
        return _("Guardian %(name)s") % {"name": Guardian.objects.get(pk=key).name}
    return _("Another row")


def _said(person: Person, field: str) -> str:
    value: Any = getattr(person, field)
    if field == "race_ethnicity":
        return ", ".join(str(RaceEthnicity(one).label) for one in value if one in RaceEthnicity.values)
    if field == "other_names":
        return ", ".join(value)
    if field == "campus":
        return person.campus.name if person.campus else ""
    shown = getattr(person, f"get_{field}_display", None)
    return str(shown() if shown else value or "") if value else ""
