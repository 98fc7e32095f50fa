"""The words of legal forms, a school year, and a detention with a restraint whose clocks run. Nobody in it is real."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cit_dispatch.demo import calls
from cit_dispatch.demo.places import Places
from core.actors import Actor
from incidents.models import Assignment, CalendarDay, DeescalationRecord, Duty, SchoolTerm
from incidents.services import assignments, duty_steps, legal_forms, legal_templates, records
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of

CALL = calls.Call(
    "GMS",
    "B-205",
    "suicidal_ideation",
    70,
    "A boy stands at the top of the stairs and says that voices tell him to jump. His teacher is with him.",
    "teacher",
    {"q05": "says_will", "q05a": "yes", "q05b": "yes"},
    "on_scene",
)
# Month and day of what closes school every year, as far as a demonstration needs it.
HOLIDAYS = ((1, 1, "New Year"), (7, 4, "Independence Day"), (11, 11, "Veterans Day"), (12, 25, "Christmas Day"))
NO_SCHOOL = ((12, 24, "Winter break"), (12, 26, "Winter break"), (12, 31, "Winter break"))
FORMAT = "%Y-%m-%dT%H:%M:%S%z"


def build(places: Places, at: datetime) -> None:
    """Forms are in force, and this school year and the next are in the calendar."""
    agency = places.agency
    legal_templates.install(agency)
    today = timezone.localdate(at, agency.zone)
    first = today.year if today.month >= 8 else today.year - 1
    for year in (first, first + 1):
        hours = {"opens_at": time(8, 0), "closes_at": time(15, 45)}
        halves = (
            ("Fall", date(year, 8, 10), date(year, 12, 18)),
            ("Spring", date(year + 1, 1, 5), date(year + 1, 5, 28)),
        )
        for name, start, end in halves:
            SchoolTerm.objects.create(
                agency=agency, name=f"{name} {start.year}", first_day=start, last_day=end, **hours
            )
        half = {"kind": "half_day", "closes_at": time(12, 0), "name": "Last day of the term"}
        CalendarDay.objects.create(agency=agency, day=date(year, 12, 18), **half)
        for kind, days in (("holiday", HOLIDAYS), ("no_school", NO_SCHOOL)):
            for month, day, name in days:
                CalendarDay.objects.create(agency=agency, day=date(year, month, day), kind=kind, name=name)


def tell(places: Places, at: datetime) -> None:
    """An officer detained a student an hour ago and held him for two minutes; the notices are on their way."""
    desk = actor_of(
        RoleGrant.objects.filter(agency=places.agency, role=Role.DISPATCHER).order_by("user__email")[0].user
    )
    incident = calls.one(places, CALL, desk, at - timedelta(minutes=CALL.minutes))
    part = Assignment.objects.filter(incident=incident).select_related("officer__user").first()
    if part is None:
        return
    officer = actor_of(part.officer.user)
    record = records.begin(incident, actor=officer, role="student", name="Sample Student", grade="g08", at=at)
    begun = at - timedelta(minutes=55)
    _described(record, officer, begun, at)
    _worked_on(record, officer, begun, at)
    assignments.clear(part, actor=officer, expected_version=None, at=at)


def _described(record: DeescalationRecord, officer: Actor, begun: datetime, at: datetime) -> None:
    restraint = {
        "type": "physical",
        "start": begun.strftime(FORMAT),
        "end": (begun + timedelta(minutes=2)).strftime(FORMAT),
        "applied_by": officer.name,
        "staff_type": "officer_sro",
        "location": "Top of the stairs by B-205",
        "activity_before": "He leaned over the railing and let go with one hand.",
        "prompting_behavior": "He swung a leg over the railing.",
        "deescalation_tried": "One voice, time, his teacher, a quiet room was offered.",
    }
    records.save(
        record,
        actor=officer,
        expected_version=None,
        at=at,
        occurred_from=begun,
        nature=["suicidal", "psychosis"],
        behaviors=["suicidal_statement", "hallucinations"],
        ideation="active",
        plan_stated="yes",
        restraint_used=True,
        restraints=[restraint],
        primary_outcome="emergency_detention",
        transports=[{"by": "patrol", "facility": "Mesa Crisis Center", "voluntary": "no"}],
    )


def _worked_on(record: DeescalationRecord, officer: Actor, begun: datetime, at: datetime) -> None:
    """The detention's form is begun, and the parents were called once in vain."""
    owed = {duty.kind: duty for duty in Duty.objects.filter(record=record)}
    if owed["detention_notice"].owner_id == officer.id:
        legal_forms.begin(owed["detention_notice"], actor=officer, at=at)
    tried = begun + timedelta(minutes=20)
    duty_steps.attempt(
        owed["restraint_same_day"],
        actor=officer,
        party="parent_guardian",
        method="phone",
        outcome="no_answer",
        attempted_at=tried,
        at=tried,
    )
