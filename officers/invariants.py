"""What must always hold of people, shifts and the clock."""

from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q

from core.invariants import holds
from officers import storage
from officers.models import Certification, Officer, Shift, StoredFile, TimeEntry, TrainingRule, TrainingSession
from officers.roles import Duty
from officers.workflow import SEATED


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


@holds("nobody verified their own completion")
def own_verifications() -> Iterable[str]:
    """Keys of completions that their owner verified."""
    wrong = Certification.objects.filter(verified_by=F("user"))
    return [f"completion {pk}" for pk in wrong.values_list("pk", flat=True)]


@holds("no two versions of a training rule are in force on one day")
def overlapping_versions() -> Iterable[str]:
    """Short names of rules with a version that begins before the one before has ended."""
    earlier = TrainingRule.objects.filter(
        Q(effective_to__isnull=True) | Q(effective_to__gte=OuterRef("effective_from")),
        agency=OuterRef("agency"),
        slug=OuterRef("slug"),
        effective_from__lt=OuterRef("effective_from"),
    )
    wrong = TrainingRule.objects.filter(Exists(earlier))
    return list(wrong.order_by("slug").values_list("slug", flat=True).distinct())


@holds("no class has more people than seats")
def overbooked_classes() -> Iterable[str]:
    """Keys of classes that are too full."""
    taken = Count("bookings", filter=Q(bookings__status__in=SEATED))
    wrong = TrainingSession.objects.annotate(taken=taken).filter(taken__gt=F("seats"))
    return [f"class {pk}" for pk in wrong.order_by("starts_at").values_list("pk", flat=True)]
