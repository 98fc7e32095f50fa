"""What the roster of the invented district knows of its people: languages, skills, licenses, dates, who leads whom."""

from datetime import date, datetime, timedelta

from cit_dispatch.demo.logins import SCHOOL
from officers.models import Agency, Officer, User
from officers.roles import License, Role
from officers.selectors import actor_of
from officers.services import restrictions
from officers.vocabulary import Language, Skill

LANGUAGES = ((Language.ENGLISH, Language.SPANISH), (Language.ENGLISH,), (Language.ENGLISH, Language.SPANISH))
SKILLS = (
    (Skill.YOUTH_MENTAL_HEALTH,),
    (Skill.AUTISM, Skill.YOUTH_MENTAL_HEALTH),
    (),
    (Skill.NEGOTIATION,),
    (Skill.TRAUMA,),
    (Skill.SUBSTANCE,),
)
STATE_NUMBERED = (License.PEACE_OFFICER, License.TELECOMMUNICATOR)
FIRST_PID = 700100
FIRST_YEAR, YEARS = 2012, 12


def build(agency: Agency, at: datetime) -> None:
    """Facts for everybody, and one restriction."""
    leaders = list(User.objects.filter(agency=agency, grants__role=Role.SUPERVISOR).order_by("email"))
    officers = list(Officer.objects.filter(agency=agency).select_related("home_campus").order_by("call_sign"))
    for number, officer in enumerate(officers):
        _describe(officer, number, leaders[number % len(leaders)])
    boss, today = actor_of(leaders[0]), at.astimezone(agency.zone).date()
    restrictions.restrict(
        officers[3],
        actor=boss,
        kind="campus",
        campus=officers[3].home_campus,
        reason="A relative works there",
        from_day=today,
        until=today + timedelta(days=120),
        at=at,
    )


def _of_the_tour(officer: Officer) -> tuple[Skill, ...]:
    """The high school's own officers are who the tour of the README sends: nothing speaks against them there."""
    here = officer.home_campus is not None and officer.home_campus.code == SCHOOL
    return (Skill.YOUTH_MENTAL_HEALTH,) if here else ()


def _describe(officer: Officer, number: int, leader: User) -> None:
    begun = date(FIRST_YEAR + number % YEARS, 8, 1)
    officer.languages = [language.value for language in LANGUAGES[number % len(LANGUAGES)]]
    officer.skills = sorted({skill.value for skill in (*SKILLS[number % len(SKILLS)], *_of_the_tour(officer))})
    officer.hired_on, officer.appointed_on = begun, begun + timedelta(days=4)
    officer.placed_on, officer.supervisor = begun + timedelta(days=11), leader
    if officer.license in STATE_NUMBERED:
        officer.pid, officer.licensed_on = str(FIRST_PID + number), begun - timedelta(days=47)
        officer.license_number = f"{officer.call_sign[0]}{4100 + number}"
    officer.save()
