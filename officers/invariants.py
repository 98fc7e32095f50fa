"""What must always hold of people, shifts and the clock."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q

from core.invariants import holds
from officers import storage
from officers.models import Officer, Shift, StoredFile, TimeEntry
from officers.roles import Duty


@holds("nobody is on duty without an open time entry, nor off duty with one")
def duty_without_clock() -> Iterable[str]:
    """Call signs whose duty and clock say different things."""
    working = Exists(TimeEntry.objects.filter(officer=OuterRef("pk"), clocked_out_at__isnull=True))
    rows = Officer.objects.annotate(working=working)
    wrong = rows.filter(Q(working=True, duty=Duty.OFF_DUTY) | (Q(working=False) & ~Q(duty=Duty.OFF_DUTY)))
    return list(wrong.values_list("call_sign", flat=True))


@holds("nobody has two shifts at the same time")
def overlapping_shifts() -> Iterable[str]:
    """Call signs of people who are planned twice."""
    standing = Shift.objects.exclude(status="cancelled")
    other = standing.filter(
        officer=OuterRef("officer"), starts_at__lt=OuterRef("ends_at"), ends_at__gt=OuterRef("starts_at")
    )
    wrong = standing.filter(Exists(other.exclude(pk=OuterRef("pk"))))
    return list(wrong.order_by("officer").values_list(F("officer__call_sign"), flat=True).distinct())


@holds("whoever is on the roster can log in, and whoever left cannot")
def rows_and_log_ins() -> Iterable[str]:
    """Call signs whose row and log-in say different things."""
    wrong = Officer.objects.exclude(active=F("user__is_active"))
    return list(wrong.order_by("call_sign").values_list("call_sign", flat=True))


@holds("every file that was handed in is still what it was")
def lost_files() -> Iterable[str]:
    """Keys of files whose bytes are missing or changed."""
    rows = StoredFile.objects.values_list("pk", "agency_id", "sha256")
    return [str(pk) for pk, agency, sha256 in rows.iterator() if not storage.sound(agency, sha256)]
