"""What an officer is at the instant of an arrival: kept with the arrival, and never worked out again."""

from dataclasses import dataclass
from datetime import date, datetime

from officers.models import Certification, Officer
from officers.selectors.crisis import counting, crisis_status
from officers.vocabulary import CourseCategory

DAYS_OF_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Standing:
    """Certification, license and years of service on that day."""

    cit_active: bool
    cit_course: str
    cit_completed_on: date | None
    cit_expires_on: date | None
    mho_active: bool
    license_type: str
    years_of_service: int | None


def standing(officer: Officer, at: datetime) -> Standing:
    """The officer at this instant."""
    status = crisis_status(officer.user_id, at)
    completed = None
    if status.certificate is not None:
        completed = Certification.objects.values_list("completed_on", flat=True).get(pk=status.certificate)
    mental_health = counting(at).filter(user=officer.user_id, course__category=CourseCategory.MENTAL_HEALTH_OFFICER)
    today = at.astimezone(officer.agency.zone).date()
    return Standing(
        cit_active=status.active,
        cit_course=status.course,
        cit_completed_on=completed,
        cit_expires_on=status.until,
        mho_active=mental_health.exists(),
        license_type=officer.license,
        years_of_service=_years(officer.hired_on, today),
    )


def _years(since: date | None, today: date) -> int | None:
    return None if since is None or since > today else int((today - since).days / DAYS_OF_YEAR)
