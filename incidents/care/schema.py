"""What a response plan holds, as data: texts with their bounds, and lists of rows with their columns.

The document is JSON and says by which schema it was written; a later schema reads the earlier ones in `normal`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.record_vocabulary import Technique

SCHEMA = 1
MOST_ROWS = 20
Row = Mapping[str, str]
Content = Mapping[str, Any]


class Concern(TextChoices):
    """What responders are kept safe from."""

    OFFICERS = "assaultive_to_officers", _("Assaultive to officers")
    PUBLIC = "assaultive_to_public", _("Assaultive to others")
    WEAPON = "weapon", _("Weapon")
    CHEMICAL = "chemical_dependency", _("Chemical dependency")
    FLIGHT = "flight", _("Runs away")
    MEDICAL = "medical", _("Medical")


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a row. `choices` closes it, `day` makes it a date, both as the text that JSON holds."""

    name: str
    label: Promise
    longest: int = 120
    required: bool = False
    day: bool = False
    choices: type[TextChoices] | None = None


TEXTS: Mapping[str, tuple[Promise, int]] = {
    "caution": (_("Caution"), 200),
    "baseline": (_("How the person usually is"), 600),
    "escalated": (_("What escalation looks like"), 600),
    "sensory": (_("Sensory needs"), 400),
    "language": (_("Language and interpreter"), 200),
    "reentry": (_("Return to school"), 600),
    "supervision": (_("Supervision"), 600),
}

_ADVICE = (
    Column("technique", _("Technique"), choices=Technique),
    Column("text", _("In words"), 400),
)
ROWS: Mapping[str, tuple[Promise, tuple[Column, ...]]] = {
    "triggers": (
        _("Triggers"),
        (
            Column("text", _("Trigger"), 200, required=True),
            Column("source", _("Who says so"), 120, required=True),
            Column("on", _("Since"), day=True),
        ),
    ),
    "helps": (_("What helps"), _ADVICE),
    "avoid": (_("What to avoid"), _ADVICE),
    "strategies": (_("What to try, in this order"), (Column("text", _("Strategy"), 200, required=True),)),
    "contacts": (
        _("Trusted people, in this order"),
        (
            Column("name", _("Name"), 80, required=True),
            Column("relationship", _("Relationship"), 60),
            Column("organization", _("Organization"), 80),
            Column("phone", _("Phone"), 30),
            Column("reach", _("How to reach them"), 120),
        ),
    ),
    "safety": (
        _("Safety concerns"),
        (
            Column("category", _("Concern"), required=True, choices=Concern),
            Column("text", _("In words"), 200),
            Column("on", _("On"), required=True, day=True),
            Column("source", _("Case number or source"), 80, required=True),
            Column("expires_on", _("Valid until"), required=True, day=True),
        ),
    ),
}
# In the order in which a plan is written and read.
SECTIONS = (
    "caution",
    "baseline",
    "escalated",
    "triggers",
    "helps",
    "avoid",
    "strategies",
    "contacts",
    "safety",
    "sensory",
    "language",
    "reentry",
    "supervision",
)


def empty() -> dict[str, Any]:
    """A plan that says nothing yet."""
    return normal({})


def normal(given: Content) -> dict[str, Any]:
    """Every section, texts trimmed, dates as text, rows without words left out."""
    texts = {name: str(given.get(name, "")).strip() for name in TEXTS}
    rows = {name: _rows(given.get(name, ()), columns) for name, (_label, columns) in ROWS.items()}
    return {"schema": SCHEMA, **texts, **rows}


def title(section: str) -> Promise:
    """The section in words."""
    return TEXTS[section][0] if section in TEXTS else ROWS[section][0]


def _rows(given: Iterable[Mapping[str, Any]], columns: tuple[Column, ...]) -> list[dict[str, str]]:
    found = [{column.name: _text(row.get(column.name)) for column in columns} for row in given]
    return [row for row in found if any(row.values())]


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else " ".join(str(value).split())
