"""Whether a person is a CIT officer at an instant: decided here, and nowhere else.

A certificate counts while its day lasts on the agency's own calendar: from the minute after the last day the person
is no CIT officer, everywhere. It must be verified by then, its course must be one of crisis intervention, and the
license of the person, who must still be on the roster, must not have ended.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, DateTimeField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from core.prepared import Prepared
from officers.models import Certification, Officer

_FACTS = ("user_id", "course__number", "expires_on", "pk")


@dataclass(frozen=True, slots=True)
class CrisisStatus:
    """`course` made the person a CIT officer, `until` is its last day; None means that it does not end."""

    active: bool
    course: str = ""
    until: date | None = None
    certificate: UUID | None = None


def day_of(at: datetime) -> Any:
    """The agency's calendar day at this instant, as SQL over a row that has an agency."""
    wall = Func(
        F("agency__time_zone"),
        Value(at, output_field=DateTimeField()),
        function="timezone",
        output_field=DateTimeField(),
    )
    return Cast(wall, DateField())


def counting(at: datetime) -> QuerySet[Certification]:
    """Certificates of any course that count at this instant: verified, begun, not expired."""
    return Certification.objects.annotate(today=day_of(at)).filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=F("today")),
        completed_on__lte=F("today"),
        verified_at__lte=at,
    )


def valid_certifications(at: datetime) -> QuerySet[Certification]:
    """Those of them that make a CIT officer."""
    return counting(at).filter(course__crisis_intervention=True)


def licensed(officers: QuerySet[Officer], at: datetime) -> QuerySet[Officer]:
    """Those still on the roster whose license has not ended."""
    return officers.annotate(today=day_of(at)).filter(
        Q(license_expires_on__isnull=True) | Q(license_expires_on__gte=F("today")), active=True
    )


def with_cit(officers: QuerySet[Officer], at: datetime) -> QuerySet[Officer]:
    """Officers with `cit`: whether they are CIT officers at this instant."""
    mine = Exists(valid_certifications(at).filter(user=OuterRef("user")))
    license_holds = Q(license_expires_on__isnull=True) | Q(license_expires_on__gte=day_of(at))
    return officers.annotate(cit=Q(mine) & license_holds & Q(active=True))


def crisis_status(user_id: UUID, at: datetime) -> CrisisStatus:
    """The status of one person, by the certificate that lasts longest."""
    first = _holders(at).filter(user_id=user_id).values_list(*_FACTS).first()
    return CrisisStatus(True, *first[1:]) if first else CrisisStatus(False)


def statuses(agency_id: UUID, at: datetime) -> dict[UUID, CrisisStatus]:
    """Everybody of one agency who is a CIT officer at this instant, by their user's key: one statement."""
    found: dict[UUID, CrisisStatus] = {}
    for row in _STATUSES.rows(agency_id=agency_id, at=at):
        user_id, *facts = (row[name] for name in _FACTS)
        found.setdefault(user_id, CrisisStatus(True, *facts))
    return found


def _of_agency(agency_id: UUID, at: datetime) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = _holders(at).filter(agency_id=agency_id).values(*_FACTS)
    return rows


def _holders(at: datetime) -> QuerySet[Certification]:
    """Certificates that count, of people on the roster whose license has not ended; the longest first."""
    license_ends = "user__officer_rows__license_expires_on"
    rows = valid_certifications(at).filter(
        Q(**{f"{license_ends}__isnull": True}) | Q(**{f"{license_ends}__gte": F("today")}),
        user__officer_rows__active=True,
    )
    return rows.order_by(F("expires_on").desc(nulls_first=True), "-completed_on")


_STATUSES = Prepared(_of_agency, {"agency_id": UUID(int=1), "at": datetime.min.replace(tzinfo=UTC)})


def cit_course(user_id: UUID, at: datetime) -> str:
    """The course that makes this person a CIT officer at this instant, or an empty string."""
    return crisis_status(user_id, at).course
