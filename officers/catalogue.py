"""The courses a Texas school district starts with; an agency changes its own copy (numbers change, so they are data).

Sources: Occupations Code 1701.253, 1701.263, 1701.405; 37 TAC 218.3 and 221.11; the commission's course list.
A course without hours has its hours set by the agency.
"""

from decimal import Decimal
from typing import NamedTuple

from officers.models import Agency, Course, CourseSubstitute
from officers.vocabulary import CourseCategory


class Entry(NamedTuple):
    """One course as it is shipped; `crisis` makes a CIT officer."""

    number: str
    title: str
    hours: int | None
    category: CourseCategory
    crisis: bool = False


STANDARD = (
    Entry("1850", "Crisis intervention training", 40, CourseCategory.CIT_40, crisis=True),
    Entry("3843", "Crisis intervention", None, CourseCategory.CIT_REFRESHER, crisis=True),
    Entry("1849", "De-escalation techniques", None, CourseCategory.DE_ESCALATION),
    Entry("3939", "Cultural diversity", None, CourseCategory.GENERAL),
    Entry("3232", "Special investigative topics", None, CourseCategory.GENERAL),
    Entry("4201", "Mental health officer", 24, CourseCategory.MENTAL_HEALTH_OFFICER),
    Entry("4064", "School-based law enforcement", 16, CourseCategory.SCHOOL_BASED),
    Entry("2120", "Crisis communications for telecommunicators", 24, CourseCategory.TELECOM_CRISIS),
    Entry("1080", "Basic telecommunicator", 40, CourseCategory.TELECOM_BASIC),
    Entry("ALERRT", "Active attack response, level 1", 16, CourseCategory.ACTIVE_ATTACK),
    Entry("CPR", "CPR and first aid", 4, CourseCategory.CPR),
    Entry("YMHFA", "Youth mental health first aid", 8, CourseCategory.YOUTH_MHFA),
    Entry("ASIST", "Applied suicide intervention skills", 14, CourseCategory.ASIST),
)
# What counts in the place of what.
SUBSTITUTES = (("1850", "3843"),)


def install(agency: Agency) -> dict[str, Course]:
    """Give a new agency the standard catalogue; answers it by number. What is there already is left as it is."""
    rows = [
        Course(
            agency=agency,
            number=entry.number,
            title=entry.title,
            hours=None if entry.hours is None else Decimal(entry.hours),
            category=entry.category,
            crisis_intervention=entry.crisis,
        )
        for entry in STANDARD
    ]
    Course.objects.bulk_create(rows, ignore_conflicts=True)
    courses = {course.number: course for course in Course.objects.filter(agency=agency)}
    pairs = [
        CourseSubstitute(agency=agency, course=courses[number], substitute=courses[other])
        for number, other in SUBSTITUTES
    ]
    CourseSubstitute.objects.bulk_create(pairs, ignore_conflicts=True)
    return courses
