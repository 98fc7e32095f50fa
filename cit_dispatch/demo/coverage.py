"""What the invented district asks of its plan: three zones, a certified officer in each, and the desk never without."""

from datetime import datetime, time, timedelta
from typing import Any

from cit_dispatch.demo.places import Places
from officers import catalogue
from officers.models import CampusGroup, CampusGroupMember, Certification, CoverageRule, Officer, RosterPolicy
from officers.roles import License
from officers.vocabulary import CoverageKind, Position

# By the code of their campuses.
ZONES = {
    "North": ("AGE", "CHE", "MSE", "QAC"),
    "Central": ("BMS", "SHS"),
    "South": ("OCE", "SBE", "YUE", "GMS"),
}
TRAINED_AGO = timedelta(days=400)
SCHOOL_DAYS, EVERY_DAY = [0, 1, 2, 3, 4], list(range(7))


def build(places: Places, at: datetime) -> None:
    """Groups, rules and limits; whether they are met is up to the shifts."""
    agency = places.agency
    RosterPolicy.objects.create(agency=agency)
    campuses = {campus.code: campus for campus in places.campuses}
    for name, codes in ZONES.items():
        group = CampusGroup.objects.create(agency=agency, name=name)
        CampusGroupMember.objects.bulk_create(
            [CampusGroupMember(agency=agency, group=group, campus=campuses[code]) for code in codes]
        )
        _rule(places, f"{name}: one CIT officer", group=group, weekdays=SCHOOL_DAYS, starts=time(7), ends=time(17))
    _train_the_desk(places, at)
    _rule(places, "A quarter of patrol", kind=CoverageKind.SHARE, number=25)
    _rule(places, "Crisis-trained dispatcher", position=Position.DISPATCH)


def _train_the_desk(places: Places, at: datetime) -> None:
    """All but the last dispatcher have taken the desk's own crisis course."""
    course = catalogue.install(places.agency)["2120"]
    rows = Officer.objects.filter(agency=places.agency, license=License.TELECOMMUNICATOR).order_by("call_sign")
    for officer in list(rows)[:-1]:
        Certification.objects.create(
            agency=places.agency,
            user=officer.user,
            course=course,
            completed_on=(at - TRAINED_AGO).date(),
            verified_at=at - TRAINED_AGO + timedelta(days=14),
        )


def _rule(places: Places, name: str, **asked: Any) -> None:
    usual: dict[str, Any] = {"number": 1, "weekdays": EVERY_DAY, "starts": time(0), "ends": time(0)}
    CoverageRule.objects.create(agency=places.agency, name=name, **{**usual, **asked})
