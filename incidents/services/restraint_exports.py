"""The state's report of restraints: checked, frozen with its hash, and replaced by a new one when it was wrong."""

import csv
import io
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance
from core.permissions import require
from incidents.duties.words import digest
from incidents.law_vocabulary import DutyKind, DutyState
from incidents.models import Duty, RestraintExport
from incidents.selectors import restraint_exports as selector
from officers.models import Agency

SAID = 5


def make(
    agency: Agency,
    *,
    actor: Actor,
    first_day: date,
    last_day: date,
    reporting_period: str,
    at: datetime | None = None,
) -> RestraintExport:
    """Freeze the rows of these days; the report made before for the same days is replaced and stays readable."""
    moment = at or clock.now()
    require(actor, "restraint_export.make", RestraintExport(agency=agency))
    if last_day < first_day:
        text = _("The end comes before the beginning.")
        raise BrokenRule(text, fields={"last_day": text})
    rows = selector.rows(agency, first_day, last_day, reporting_period)
    found = selector.problems(rows)
    if found:
        raise BrokenRule(" ".join(found[:SAID]))
    earlier = RestraintExport.objects.filter(agency=agency)
    same = earlier.filter(first_day=first_day, last_day=last_day, reporting_period=reporting_period)
    last = earlier.order_by("-number").values_list("number", flat=True).first() or 0
    made = RestraintExport(agency=agency, number=last + 1, first_day=first_day, last_day=last_day, rows=rows)
    made.reporting_period, made.sha256, made.replaces = reporting_period, digest(rows), same.order_by("-number").first()
    made.made_by_id, made.made_at = actor.person, moment
    with transaction.atomic():
        _create(made)
        facts = {"number": made.number, "rows": len(rows), "sha256": made.sha256}
        facts["replaces"] = made.replaces.number if made.replaces else None
        ledger.announce("restraint_export.made", record=made, actor=actor, at=moment, facts=facts)
        _done(made, actor, moment)
    return made


def _create(made: RestraintExport) -> None:
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("Somebody else made a report a moment ago. Look at the list again.")) from error


def _done(made: RestraintExport, actor: Actor, at: datetime) -> None:
    """What the report holds is no longer owed."""
    zone = made.agency.zone
    waiting = Duty.objects.filter(agency=made.agency, kind=DutyKind.RESTRAINT_EXPORT, status=DutyState.OPEN)
    for duty in waiting.exclude(record__status__in=("draft", "returned")):
        if made.first_day <= duty.started_at.astimezone(zone).date() <= made.last_day:
            late = str(_("Reported with the state report.")) if at > duty.due_at else ""
            facts = {"duty": duty.kind, "due": duty.due_at.isoformat(), "late": at > duty.due_at}
            advance(
                duty,
                "satisfy",
                actor=actor,
                expected_version=None,
                at=at,
                facts=facts,
                satisfied_by_id=actor.person,
                effort=f"{made.number} {made.sha256[:12]}",
                late_reason=duty.late_reason or late,
                next_at=None,
            )


def written(export: RestraintExport) -> bytes:
    """The frozen rows as CSV: the same bytes for ever."""
    out = io.StringIO()
    sheet = csv.DictWriter(out, fieldnames=selector.COLUMNS, lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(export.rows)
    return out.getvalue().encode()
