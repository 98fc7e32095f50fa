"""What is counted, as the database answers it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Counts:
    """Distinct incidents, encounters and referrals of one place in one period; names as in `sql/figures.sql`."""

    calls: int = 0
    incidents: int = 0
    crisis: int = 0
    responses: int = 0
    response_median_s: float | None = None
    response_p90_s: float | None = None
    encounters: int = 0
    not_approved: int = 0
    attended: int = 0
    cit_on_scene: int = 0
    force_reportable: int = 0
    subject_injured: int = 0
    officer_injured: int = 0
    detained: int = 0
    diverted: int = 0
    arrestable: int = 0
    referrals_sent: int = 0
    referrals_ended: int = 0
    loops_closed: int = 0
    got_help: int = 0


@dataclass(frozen=True, slots=True)
class Bucket:
    """One month or year."""

    begins_on: date
    incidents: int = 0
    crisis: int = 0
    response_median_s: float | None = None
    response_p90_s: float | None = None
