"""The columns of a roster file: what each is called, what it holds, and whether it may be left out."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Column:
    """One column; its name is the first line of the file, and never translated."""

    name: str
    label: str | Promise
    holds: str | Promise
    required: bool = False


_DAY = _("A day as 2026-08-31 or 08/31/2026.")

COLUMNS = (
    Column("name", _("Name"), _("First and last name."), required=True),
    Column("email", _("E-mail"), _("The address of the log-in."), required=True),
    Column("roles", _("Roles"), _("One or more, with semicolons between them."), required=True),
    Column("license", _("License"), _("What the state licenses the person as."), required=True),
    Column("badge", _("Badge"), _("People are found again by it."), required=True),
    Column("call_sign", _("Call sign"), _("What they are called on the radio."), required=True),
    Column("home_campus", _("Home campus"), _("The code or the name of the campus."), required=True),
    Column("pid", _("Personal identifier (PID)"), _("The state’s number. People are found again by it too.")),
    Column("license_number", _("License number"), _("As it is printed on the license.")),
    Column("licensed_on", _("Licensed on"), _DAY),
    Column("license_expires_on", _("License ends on"), _DAY),
    Column("hired_on", _("Hired on"), _DAY),
    Column("appointed_on", _("Appointed on"), _DAY),
    Column("placed_on", _("Placed in a school on"), _DAY),
    Column("languages", _("Languages"), _("None or more, with semicolons between them.")),
    Column("skills", _("Skills"), _("None or more, with semicolons between them.")),
    Column("supervisor", _("Supervisor"), _("The e-mail address of a supervisor.")),
    Column("status", _("Status"), _("active or inactive, as exported. A file changes nobody’s status.")),
)
REQUIRED = tuple(column.name for column in COLUMNS if column.required)
OPTIONAL = tuple(column.name for column in COLUMNS if not column.required)
LABELS = {column.name: column.label for column in COLUMNS}
ACTIVE, INACTIVE = "active", "inactive"
