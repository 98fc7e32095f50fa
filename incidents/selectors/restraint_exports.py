"""The rows of the state's report of restraints, checked before they are frozen, and the reports that were made."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.actors import Actor
from core.permissions import fetch, require, visible
from incidents.encounter.rows import rows_of
from incidents.models import DeescalationRecord, RestraintExport
from incidents.record_vocabulary import PersonRole
from officers.models import Agency

SHOWN = 50
MOST = 2000
# Element numbers of the state's data standard, in the order of the file.
COLUMNS = ("E1035", "E1034", "E1523", "E1032", "E1033", "E0934", "E0173", "E1516", "E0794", "E0041")
# Who applied it decides which reasons the state accepts: an officer only the last one.
STAFF, OFFICER = "01", "02"
STAFF_TYPES = {"lea_staff": STAFF, "officer_sro": OFFICER}
OFFICER_REASON = "08"
STAFF_REASONS = tuple(f"{number:02d}" for number in range(1, 8))


def agency(actor: Actor) -> Agency:
    """The agency whose report the actor may make."""
    require(actor, "restraint_export.make")
    return Agency.objects.get(pk=actor.agency_id)


def listed(actor: Actor) -> list[RestraintExport]:
    """The reports that were frozen, the newest first."""
    require(actor, "restraint_export.make")
    return list(visible(RestraintExport.objects.select_related("made_by", "replaces"), actor)[:SHOWN])


def one(actor: Actor, pk: object) -> RestraintExport:
    """A report that exists for this actor."""
    found = fetch(RestraintExport.objects.select_related("made_by"), actor, pk)
    require(actor, "restraint_export.make", found)
    return found


def rows(agency: Agency, first: date, last: date, period: str) -> list[dict[str, str]]:
    """One row for each restraint of a student in these days, as the filed records say now."""
    found: list[dict[str, str]] = []
    records = DeescalationRecord.objects.filter(agency=agency, subject__role=PersonRole.STUDENT)
    filed = records.exclude(status__in=("draft", "returned")).select_related("subject", "incident__campus")
    for record in filed.order_by("created_at")[:MOST]:
        for restraint in rows_of(record, "restraints"):
            begun = restraint.start or record.occurred_from or record.incident.received_at
            if first <= begun.astimezone(agency.zone).date() <= last:
                found.append(_row(record, restraint, begun.astimezone(agency.zone).date(), period, len(found) + 1))
    return found


def problems(found: list[dict[str, str]]) -> list[str]:
    """Why the state would refuse the report, row by row."""
    said: list[str] = []
    for row in found:
        where = {"row": row["E1035"]}
        if not row["E1523"]:
            said.append(_("Row %(row)s: the student’s number is missing.") % where)
        allowed = (OFFICER_REASON,) if row["E1516"] == OFFICER else STAFF_REASONS
        if row["E1033"] not in allowed:
            said.append(_("Row %(row)s: this reason does not go with who applied the restraint.") % where)
        if row["E0794"] not in ("0", "1"):
            said.append(_("Row %(row)s: say whether the student receives special education.") % where)
    return said


def _row(record: DeescalationRecord, restraint: Any, day: date, period: str, number: int) -> dict[str, str]:
    person: Any = getattr(record.subject, "person", None)
    special = record.special_ed or getattr(person, "special_ed", "")
    staff = STAFF_TYPES.get(restraint.staff_type, OFFICER)
    values = (
        str(number),
        day.isoformat(),
        record.subject.student_number or getattr(person, "student_number", "") or "",
        record.incident.campus.code,
        OFFICER_REASON if staff == OFFICER else "",
        period,
        "",
        staff,
        {"yes": "1", "no": "0"}.get(special, ""),
        "",
    )
    return dict(zip(COLUMNS, values, strict=True))
