"""When somebody stops being a CIT officer: the last day of what makes them one, certificate and license alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from officers.models import Certification, Officer

NEVER = date.max


@dataclass(frozen=True, slots=True)
class Lapse:
    """The last day as a CIT officer, in the past or to come; `number` is the course, empty when the license ends."""

    officer_id: UUID
    number: str
    ends_on: date


def lapses(officers: Iterable[Officer]) -> list[Lapse]:
    """Of everybody who is or was a CIT officer and does not stay one for good; the longest certificate decides."""
    people = list(officers)
    best: dict[UUID, tuple[date, str]] = {}
    rows = Certification.objects.filter(
        user__in=[officer.user_id for officer in people], course__crisis_intervention=True, verified_at__isnull=False
    )
    for user_id, ends, number in rows.values_list("user_id", "expires_on", "course__number"):
        best[user_id] = max(best.get(user_id, (date.min, "")), (ends or NEVER, number))
    return [_lapse(officer, *best[officer.user_id]) for officer in people if _ends(officer, best)]


def _ends(officer: Officer, best: dict[UUID, tuple[date, str]]) -> bool:
    if officer.user_id not in best:
        return False
    return min(best[officer.user_id][0], officer.license_expires_on or NEVER) < NEVER


def _lapse(officer: Officer, ends: date, number: str) -> Lapse:
    license_ends = officer.license_expires_on
    if license_ends is not None and license_ends < ends:
        return Lapse(officer.pk, "", license_ends)
    return Lapse(officer.pk, number, ends)
