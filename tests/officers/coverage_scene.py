"""A small department with two zones, a rule for one of them, and shifts in the week of 30 November 2026."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from core.actors import Actor
from officers import catalogue
from officers.models import (
    Campus,
    CampusGroup,
    CampusGroupMember,
    Certification,
    CoverageRule,
    Officer,
    Shift,
    TimeEntry,
)
from officers.roles import License, Role
from officers.selectors import actor_of
from tests.cast import District, officer, person
from tests.officers.covering import span

# Thursday of the week before.
AT = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 30)
SCHOOL_DAYS = [0, 1, 2, 3, 4]


@dataclass(frozen=True)
class Department:
    """Two campuses in two zones, and who works there."""

    district: District
    north: CampusGroup
    south: CampusGroup
    other_campus: Campus
    rule: CoverageRule
    coordinator: Actor

    @property
    def supervisor(self) -> Actor:
        """Who plans."""
        return self.district.supervisor

    @property
    def certified(self) -> Officer:
        """C-12, at home in the South."""
        return self.district.cit_officer


def department(district: District) -> Department:
    """The cast's campus lies in the South and one more in the North; South asks for one CIT officer 07:00 to 17:00."""
    agency = district.campus.agency
    other = Campus.objects.create(agency=agency, name="Yucca Elementary", code="YUE", kind="elementary")
    north, south = (CampusGroup.objects.create(agency=agency, name=name) for name in ("North", "South"))
    for group, campus in ((north, other), (south, district.campus)):
        CampusGroupMember.objects.create(agency=agency, group=group, campus=campus)
    rule = minimum(south, name="South by day")
    coordinator = actor_of(person(agency, "Barite", Role.TRAINING))
    TimeEntry.objects.filter(agency=agency).update(clocked_out_at=AT)
    return Department(district, north, south, other, rule, coordinator)


def minimum(zone: CampusGroup, **changes: Any) -> CoverageRule:
    """One CIT officer on school days."""
    asked: dict[str, Any] = {
        "name": f"{zone.name} rule",
        "group": zone,
        "number": 1,
        "weekdays": SCHOOL_DAYS,
        "starts": time(7),
        "ends": time(17),
    }
    return CoverageRule.objects.create(agency=zone.agency, **{**asked, **changes})


def shift(who: Officer, text: str, campus: Campus | None = None, position: str = "patrol") -> Shift:
    """`Mon 07:00-Mon 17:00` of the week."""
    when = span(text)
    return Shift.objects.create(
        agency=who.agency,
        officer=who,
        position=position,
        campus=campus,
        starts_at=when.starts_at,
        ends_at=when.ends_at,
    )


def one_more(district: District, number: int, *, cit: bool = True) -> Officer:
    """Another police officer of the same campus."""
    return officer(district.campus, f"Extra{number}", f"X-{number:02d}", cit=cit)


def dispatcher(district: District, *, course: str = "") -> Officer:
    """Somebody of the desk, with this course or none."""
    agency = district.campus.agency
    user = person(agency, "Selenite", Role.DISPATCHER)
    if course:
        Certification.objects.create(
            agency=agency,
            user=user,
            course=catalogue.install(agency)[course],
            completed_on=date(2025, 1, 1),
            verified_at=datetime(2025, 1, 2, tzinfo=UTC),
        )
    return Officer.objects.create(
        agency=agency,
        user=user,
        call_sign="D-01",
        badge="D-01",
        license=License.TELECOMMUNICATOR,
        home_campus=district.campus,
        last_campus=district.campus,
        duty_since=AT,
    )
