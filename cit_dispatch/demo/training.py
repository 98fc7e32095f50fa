"""Training in the invented district: the standard rules, most people current, something of every kind waiting."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.core.files.base import ContentFile

from core.actors import Actor
from officers.models import Agency, Certification, Course, Officer, User
from officers.roles import License, Role
from officers.selectors import actor_of
from officers.services import certifications, classes, waivers
from officers.training import standard

# Course, hours, and how long ago: what a current officer has done.
PEACE = (
    ("ALERRT", 16, 120),
    ("3232", 24, 150),
    ("1849", 8, 200),
    ("3939", 8, 210),
    ("4064", 16, 700),
    ("3843", 8, 160),
)
DESK = (("1080", 40, 1500), ("2120", 24, 400), ("3232", 20, 90))
# CPR holds for two years: days since it was done, by turns, so that some are due soon and some are late.
CPR_AGO = (120, 300, 480, 655, 705, 60, 240, 760)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 420]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 74>>stream\nBT /F1 20 Tf 60 220 Td (Demonstration certificate. Nobody is real.) Tj ET\nendstream"
    b"endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def build(agency: Agency, at: datetime) -> None:
    """Everything about training, over the people and the shifts that are there."""
    standard.install(agency)
    keeper = actor_of(User.objects.filter(agency=agency, grants__role=Role.TRAINING).order_by("email")[0])
    people = list(Officer.objects.filter(agency=agency).select_related("user", "agency").order_by("call_sign"))
    courses = {course.number: course for course in Course.objects.filter(agency=agency)}
    today = at.astimezone(agency.zone).date()
    _forget_a_day(people[5])
    _done(people, courses, today, at)
    _handed_in(people, courses, today, at)
    waivers.grant(people[2], actor=keeper, rule_slug="calming-cycle", reason="Intermediate proficiency", at=at)
    _classes(agency, courses, keeper, today, at)


def _forget_a_day(officer: Officer) -> None:
    """Somebody whose placement nobody wrote down: a gap to be closed."""
    officer.placed_on = None
    officer.save(update_fields=["placed_on"])


def _done(people: list[Officer], courses: dict[str, Course], today: date, at: datetime) -> None:
    rows = []
    for number, officer in enumerate(people):
        usual = {License.PEACE_OFFICER.value: PEACE, License.TELECOMMUNICATOR.value: DESK}.get(officer.license, ())
        # One in seven has not yet done what the present unit asks.
        done = [entry for entry in usual if number % 7 != 3 or entry[0] not in ("ALERRT", "3232")]
        done = [entry for entry in done if officer.placed_on or entry[0] != "4064"]
        for course, hours, ago in [*done, ("CPR", 4, CPR_AGO[number % len(CPR_AGO)])]:
            rows.append(
                Certification(
                    agency_id=officer.agency_id,
                    user_id=officer.user_id,
                    course=courses[course],
                    completed_on=today - timedelta(days=ago),
                    hours=Decimal(hours),
                    verified_at=at - timedelta(days=ago - 5),
                )
            )
    Certification.objects.bulk_create(rows, ignore_conflicts=True)


def _handed_in(people: list[Officer], courses: dict[str, Course], today: date, at: datetime) -> None:
    """Four completions wait for the coordinator, three of them with a certificate."""
    for number, course in enumerate(("CPR", "3843", "YMHFA", "ALERRT")):
        officer = people[3 + number * 4]
        certifications.add(
            officer,
            actor=actor_of(officer.user),
            course=courses[course],
            completed_on=today - timedelta(days=3 + number),
            provider="Red Mesa College",
            file=ContentFile(PDF, name=f"certificate-{course}.pdf") if number else None,
            at=at,
        )


def _classes(agency: Agency, courses: dict[str, Course], keeper: Actor, today: date, at: datetime) -> None:
    for course, days, hours in (("3843", 9, 8), ("CPR", 16, 4), ("3843", 23, 8)):
        starts = datetime.combine(today + timedelta(days=days), time(8), tzinfo=agency.zone)
        classes.plan(
            actor=keeper,
            course=courses[course],
            starts_at=starts,
            ends_at=starts + timedelta(hours=hours),
            place="Training room, Sotol High School",
            at=at,
        )
