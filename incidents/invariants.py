"""What must always hold of incidents, assignments and records."""

from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef

from core.invariants import holds
from incidents.console_vocabulary import TimerKind
from incidents.encounter import frozen
from incidents.models import Assignment, DeescalationRecord, Incident, RecordOfficer, Script, Timer
from incidents.record_vocabulary import Outcome
from incidents.record_workflow import FILED
from incidents.scripting.content import digest
from incidents.selectors.timer_watch import strays
from incidents.workflow import ACTIVE_ASSIGNMENT


@holds("no incident is closed while the record of an officer who arrived is missing")
def closed_without_record() -> Iterable[str]:
    """Numbers of incidents closed without a record; a filed one that another officer has confirmed is theirs too."""
    filed = DeescalationRecord.objects.filter(
        incident=OuterRef("incident"), author=OuterRef("officer__user"), status__in=FILED
    )
    confirmed = RecordOfficer.objects.filter(
        record__incident=OuterRef("incident"),
        record__status__in=FILED,
        officer=OuterRef("officer"),
        confirmed_at__isnull=False,
    )
    closed = Assignment.objects.filter(incident__status="closed", on_scene_at__isnull=False)
    missing = closed.filter(~Exists(filed), ~Exists(confirmed))
    return list(missing.values_list("incident__number", flat=True))


@holds("no officer is on two active assignments")
def double_booked() -> Iterable[str]:
    """Call signs of officers in two places."""
    active = Assignment.objects.filter(status__in=ACTIVE_ASSIGNMENT).values("officer", "officer__call_sign")
    return [row["officer__call_sign"] for row in active.annotate(n=Count("id")).filter(n__gt=1)]


@holds("no incident is dispatched without a unit")
def dispatched_without_unit() -> Iterable[str]:
    """Numbers of incidents that only look attended."""
    units = Assignment.objects.filter(incident=OuterRef("pk"), status__in=ACTIVE_ASSIGNMENT)
    return list(Incident.objects.filter(~Exists(units), status="dispatched").values_list("number", flat=True))


@holds("every officer on scene has a running welfare timer")
def unwatched_officers() -> Iterable[str]:
    """Call signs of officers whom nobody would miss; a rule that says never is a clock that never comes due."""
    watched = Timer.objects.filter(assignment=OuterRef("pk"), kind=TimerKind.WELFARE, ended_at__isnull=True)
    there = Assignment.objects.filter(~Exists(watched), status="on_scene")
    return list(there.values_list("officer__call_sign", flat=True))


@holds("no clock runs for what has ended")
def stray_clocks() -> Iterable[str]:
    """Numbers of incidents with a clock that would ask or alarm for nothing."""
    return list(strays().values_list("incident__number", flat=True))


@holds("every approved version of the script says what was approved")
def changed_scripts() -> Iterable[str]:
    """Numbers of versions whose words are not those of the hash."""
    rows = Script.objects.exclude(sha256="").values_list("number", "content", "sha256")
    return [str(number) for number, content, kept in rows.iterator() if digest(content) != kept]


@holds("every locked record says what was locked, and what was accepted since")
def changed_after_lock() -> Iterable[str]:
    """Numbers of incidents with a record that was changed past its amendments, or whose frozen words were."""
    locked = DeescalationRecord.objects.filter(status="locked").select_related("incident", "subject")
    broken = [record for record in locked.prefetch_related("amendments").iterator(200) if not _as_locked(record)]
    return [record.incident.number for record in broken]


@holds("every filed record has one primary outcome")
def without_primary_outcome() -> Iterable[str]:
    """Numbers of incidents with a filed record that ended in nothing, or in something that is no outcome."""
    rows = DeescalationRecord.objects.filter(status__in=FILED).exclude(primary_outcome__in=Outcome.values)
    return list(rows.values_list("incident__number", flat=True))


@holds("every officer of a record is what they were when they arrived")
def recalculated_officers() -> Iterable[str]:
    """Call signs of officers whose certification was worked out again."""
    rows = RecordOfficer.objects.filter(assignment__cit_on_arrival__isnull=False)
    return list(rows.exclude(cit_active=F("assignment__cit_on_arrival")).values_list("officer__call_sign", flat=True))


def _as_locked(record: DeescalationRecord) -> bool:
    kept = record.frozen or {}
    if "answers" not in kept or frozen.digest(kept) != record.frozen_sha256:
        return False
    accepted = [row for row in record.amendments.all() if row.status == "accepted"]
    accepted.sort(key=lambda row: (row.decided_at is None, row.decided_at, row.number))
    return frozen.amended(kept, [row.new for row in accepted]) == frozen.answers_of(record)
