"""Importing shifts from a file: every bad row is told with its line, and a file with one bad row changes nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, csv_in, ledger
from core.actors import Actor
from core.csv_in import BadLine
from core.errors import BrokenRule
from core.ledger import Entry
from core.permissions import require
from officers.models import Agency, Campus, Officer, Shift, ShiftTemplate
from officers.planning.fitness import objections, stopping
from officers.planning.spans import Span
from officers.selectors.workers import policy_of, workers
from officers.services.fitting import alone, overlap
from officers.shift_csv import OPTIONAL, REQUIRED, Known, Wanted

Key = tuple[UUID, datetime, datetime]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file would do, or did: rows to plan, rows that are planned already, and bad lines."""

    wanted: list[Wanted]
    existing: int
    bad: list[BadLine]


def check(*, actor: Actor, content: bytes, at: datetime | None = None) -> Sheet:
    """The dry run."""
    require(actor, "shift.import")
    return _read(actor.agency_id, content, at or clock.now())


def load(*, actor: Actor, content: bytes, at: datetime | None = None) -> Sheet:
    """All rows in one transaction, or none."""
    moment = at or clock.now()
    require(actor, "shift.import")
    with transaction.atomic():
        alone(actor.agency_id)
        sheet = _read(actor.agency_id, content, moment)
        if sheet.bad:
            text = _("Nothing was imported: %(number)d rows are wrong.") % {"number": len(sheet.bad)}
            raise BrokenRule(text, fields={"file": text})
        try:
            made = Shift.objects.bulk_create([_shift(actor.agency_id, each) for each in sheet.wanted])
        except IntegrityError as error:
            raise overlap(error) from error
        entries = [
            Entry("shift.planned", shift, {"unit": each.officer.call_sign})
            for shift, each in zip(made, sheet.wanted, strict=True)
        ]
        if entries:
            ledger.announce_all(entries, actor=actor, at=moment)
    return sheet


def _read(agency_id: UUID, content: bytes, at: datetime) -> Sheet:
    lines = csv_in.lines(content, required=REQUIRED, optional=OPTIONAL)
    read = csv_in.read(lines, _known(agency_id).understand)
    rows = sorted(read.rows, key=lambda row: row[1].span)
    if not rows:
        return Sheet([], 0, read.bad)
    wanted, existing, bad = _fit(agency_id, rows, at)
    return Sheet(wanted, existing, sorted([*read.bad, *bad], key=lambda each: each.number))


def _fit(agency_id: UUID, rows: list[tuple[int, Wanted]], at: datetime) -> tuple[list[Wanted], int, list[BadLine]]:
    """Each row beside the plan and beside the rows before it."""
    whole = Span(rows[0][1].span.starts_at, max(each.span.ends_at for _line, each in rows))
    people = workers({each.officer.pk: each.officer for _line, each in rows}.values(), whole)
    policy, there = policy_of(agency_id), _there(agency_id, whole)
    wanted: list[Wanted] = []
    bad: list[BadLine] = []
    for number, each in rows:
        if (each.officer.pk, each.span.starts_at, each.span.ends_at) in there:
            continue
        worker = people[each.officer.pk]
        stopped = stopping(objections(worker, each.span, each.position, policy))
        words = " ".join(objection.words for objection in stopped)
        if each.span.ends_at <= at:
            words = _("This shift would already be over.")
        if words:
            bad.append(BadLine(number, words))
            continue
        people[each.officer.pk] = worker.with_shift(each.span)
        wanted.append(each)
    return wanted, len(rows) - len(wanted) - len(bad), bad


def _there(agency_id: UUID, span: Span) -> set[Key]:
    rows = Shift.objects.filter(
        agency=agency_id, status="scheduled", starts_at__lt=span.ends_at, ends_at__gt=span.starts_at
    )
    return set(rows.values_list("officer", "starts_at", "ends_at"))


def _known(agency_id: UUID) -> Known:
    return Known(
        officers={each.badge.casefold(): each for each in Officer.objects.filter(agency=agency_id)},
        templates={each.name.casefold(): each for each in ShiftTemplate.objects.filter(agency=agency_id, active=True)},
        campuses={each.code.casefold(): each for each in Campus.objects.filter(agency=agency_id)},
        zone=Agency.objects.get(pk=agency_id).zone,
    )


def _shift(agency_id: UUID, each: Wanted) -> Shift:
    return Shift(
        agency_id=agency_id,
        officer=each.officer,
        position=each.position,
        campus=each.campus,
        template=each.template,
        starts_at=each.span.starts_at,
        ends_at=each.span.ends_at,
    )
