"""The invented people: surnames from plants and minerals, addresses at example.org."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from django.contrib.auth.hashers import make_password

from cit_dispatch.demo.places import Places
from officers import catalogue
from officers.models import Campus, Certification, Officer, RoleGrant, User
from officers.roles import License, Role
from referrals.models import ReferralTeam, TeamMember

SHARED_WORDS = "for the demonstration only"
_LISTS = Path(__file__).with_name("names.txt").read_text().split("\n\n")
FIRST, NAMES = (part.split() for part in _LISTS)
# Long ago, so that a replay of past years finds certified officers too.
TRAINED_IN = 2013
SINGLE_ROLES = (
    (Role.SUPERVISOR, 2),
    (Role.DISPATCHER, 5),
    (Role.DIRECTOR, 1),
    (Role.TRAINING, 1),
    (Role.CUSTODIAN, 1),
    (Role.SYSTEM_ADMIN, 1),
)


class Crowd:
    """Makes people one after another, each name once."""

    def __init__(self, places: Places, at: datetime) -> None:
        self.places, self.at = places, at
        self.secret = make_password(SHARED_WORDS)  # hashed once: a slow hash for each of a hundred people is a minute
        self.numbers: Iterator[int] = count()
        self.courses = catalogue.install(places.agency)

    def person(self, role: Role, campus: Campus | None = None) -> User:
        """The next person, in this role."""
        number = next(self.numbers)
        name = f"{FIRST[number % len(FIRST)]} {NAMES[number % len(NAMES)]}"
        agency = self.places.agency
        email = f"{name.lower().replace(' ', '.')}@example.org"
        user = User.objects.create(agency=agency, email=email, name=name, password=self.secret)
        RoleGrant.objects.create(agency=agency, user=user, role=role, campus=campus)
        return user


def build(places: Places, at: datetime) -> None:
    """Everyone, in the numbers of a district of six thousand students."""
    crowd = Crowd(places, at)
    for role, number in SINGLE_ROLES:
        for _ in range(number):
            crowd.person(role)
    for number in range(15):
        _officer(crowd, number, Role.POLICE_OFFICER, License.PEACE_OFFICER, "C")
    for number in range(10):
        _officer(crowd, number, Role.SECURITY_OFFICER, License.SECURITY, "S")
    for number, campus in enumerate(places.campuses):
        _campus_staff(crowd, campus, number)


def _officer(crowd: Crowd, number: int, role: Role, license_: License, letter: str) -> None:
    campus = crowd.places.campuses[number % len(crowd.places.campuses)]
    user = crowd.person(role)
    # Who is on duty follows from the shifts.
    Officer.objects.create(
        agency=crowd.places.agency,
        user=user,
        call_sign=f"{letter}-{number + 1:02d}",
        badge=f"{letter}{2000 + number}",
        license=license_,
        home_campus=campus,
        last_campus=campus,
        duty_since=crowd.at,
    )
    _certify(crowd, user, number)


def _certify(crowd: Crowd, user: User, number: int) -> None:
    """Most are current, one in seven is due soon, one in seven has lapsed or was never trained."""
    left = {5: timedelta(days=19), 6: timedelta(days=-30)}.get(number % 7, timedelta(days=400))
    if number == 6:
        return
    Certification.objects.create(
        agency=crowd.places.agency,
        user=user,
        course=crowd.courses["1850"],
        completed_on=date(TRAINED_IN, 6, 14),
        expires_on=(crowd.at + left).date(),
        verified_at=datetime(TRAINED_IN, 7, 1, tzinfo=UTC),
    )


def _campus_staff(crowd: Crowd, campus: Campus, number: int) -> None:
    agency = crowd.places.agency
    team = ReferralTeam.objects.create(agency=agency, name=f"{campus.name} counselors", kind="counselor", campus=campus)
    counselors = 2 if campus.kind in ("middle", "high") or number == 0 else 1
    people = [crowd.person(Role.COUNSELOR, campus) for _ in range(counselors)]
    if number < 4:
        people.append(crowd.person(Role.SOCIAL_WORKER, campus))
    TeamMember.objects.bulk_create([TeamMember(agency=agency, team=team, user=user) for user in people])
    for _ in range(2):
        crowd.person(Role.SCHOOL_ADMIN, campus)
    crowd.person(Role.TEACHER, campus)
