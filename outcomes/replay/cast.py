"""The real people of the agency who play a replayed case: nobody is invented here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from core.actors import Actor
from incidents.models import Incident
from incidents.selectors import candidates
from officers.models import Agency, Campus, Officer, User
from officers.roles import Duty, License, Role
from officers.selectors import actor_of
from outcomes.replay.errors import ReplayRefused
from referrals.models import ReferralTeam
from referrals.vocabulary import TeamKind

HINT = "Run `manage.py demo` first, or name another agency with --agency."


@dataclass(frozen=True)
class Cast:
    """Who is there; campuses in the order of their codes, people in the order of their addresses."""

    agency: Agency
    campuses: list[Campus]
    dispatchers: list[Actor]
    director: Actor
    teams: dict[UUID, tuple[ReferralTeam, list[Actor]]]
    _officers: dict[UUID, tuple[Officer, Actor]] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        """The clock on the agency's wall."""
        return ZoneInfo(self.agency.time_zone)

    def campus(self, neighbourhood: int) -> Campus:
        """The campus that stands for a neighbourhood of the file."""
        return self.campuses[neighbourhood % len(self.campuses)]

    def officer(self, dispatcher: Actor, incident: Incident, at: datetime) -> tuple[Officer, Actor, bool]:
        """Whom the recommendation puts first, as an actor too, and whether they meet the need for a CIT officer."""
        first = candidates.recommendation(dispatcher, incident, at).first
        if first is None:
            raise ReplayRefused("No officer is available: all are assigned or off duty.")
        key = first.unit.key
        if key not in self._officers:
            officer = Officer.objects.select_related("user").get(pk=key)
            self._officers[key] = (officer, actor_of(officer.user))
        return (*self._officers[key], first.unit.meets_cit)


def gather(agency_name: str, codes: Iterable[str]) -> Cast:
    """The cast of one agency, or what is missing for a replay."""
    agency = _agency(agency_name)
    campuses = _campuses(agency, list(codes))
    directors = _people(agency, Role.DIRECTOR)
    dispatchers = _people(agency, Role.DISPATCHER)
    teams = _teams(agency, campuses)
    without = ", ".join(campus.code for campus in campuses if campus.pk not in teams)
    officers = Officer.objects.filter(agency=agency, license=License.PEACE_OFFICER, duty=Duty.AVAILABLE)
    needs = (
        (bool(campuses), "has no campus"),
        (bool(dispatchers), "has no dispatcher"),
        (officers.exists(), "has no police officer available for duty"),
        (bool(directors), "has no director of student support"),
        (not without, f"has no counselors for the campuses {without}"),
    )
    lacking = [text for fine, text in needs if not fine]
    if lacking:
        raise ReplayRefused(f"{agency.name} {' and '.join(lacking)}. {HINT}")
    return Cast(agency, campuses, dispatchers, directors[0], teams)


def _agency(name: str) -> Agency:
    known = list(Agency.objects.order_by("short_name"))
    if not known:
        raise ReplayRefused("There is no agency. Run `manage.py demo` first.")
    found = [agency for agency in known if agency.short_name == name or (not name and len(known) == 1)]
    if not found:
        raise ReplayRefused(f"Name one agency with --agency: {', '.join(agency.short_name for agency in known)}.")
    return found[0]


def _campuses(agency: Agency, codes: list[str]) -> list[Campus]:
    known = {campus.code: campus for campus in Campus.objects.filter(agency=agency).order_by("code")}
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise ReplayRefused(f"Unknown campuses: {', '.join(unknown)}. Known: {', '.join(known)}.")
    return [known[code] for code in sorted(set(codes) or known)]


def _people(agency: Agency, role: Role) -> list[Actor]:
    rows = User.objects.filter(agency=agency, is_active=True, grants__role=role).order_by("email").distinct()
    return [actor_of(user) for user in rows]


def _teams(agency: Agency, campuses: list[Campus]) -> dict[UUID, tuple[ReferralTeam, list[Actor]]]:
    rows = ReferralTeam.objects.filter(agency=agency, campus__in=campuses, kind=TeamKind.COUNSELOR)
    found = {}
    for team in rows:
        members = team.members.filter(active=True, user__is_active=True).select_related("user").order_by("user__email")
        actors = [actor_of(member.user) for member in members]
        if actors:
            found[team.campus_id] = (team, actors)
    return found
