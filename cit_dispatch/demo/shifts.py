"""The plan of the invented district: templates, rotations for four weeks either way, and who works now clocked in.

The day shift is the strong one, as schools need it. A visitor at night finds people to send too: the strong are then
on the clock beyond their plan, as if called in.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from core.actors import Actor
from officers.models import Agency, Campus, Officer, Rotation, RotationMember, Shift, ShiftTemplate, User
from officers.roles import License, Role
from officers.selectors import actor_of
from officers.services import covers, duty, generation, leave, rotations, templates
from officers.vocabulary import Position

DAY = timedelta(days=1)
WEEKS = timedelta(days=28)
CALLED_IN = timedelta(minutes=40)
HOURS = (("Day", time(6), time(14)), ("Evening", time(14), time(22)), ("Night", time(22), time(6)))
WORKED = 5
# Days behind the first, so that the anchor day is a working day of everybody on the strong shift.
OFFSETS = (0, 3, 4, 5, 6)
LICENSES = {
    Position.PATROL: License.PEACE_OFFICER,
    Position.SECURITY: License.SECURITY,
    Position.DISPATCH: License.TELECOMMUNICATOR,
}
# How many of each position work by day; the rest share evening and night.
STRONG = {Position.PATROL: 12, Position.SECURITY: 7, Position.DISPATCH: 2}


def build(agency: Agency, at: datetime) -> None:
    """Everything about shifts, as a supervisor would have done it."""
    boss = actor_of(User.objects.filter(agency=agency, grants__role=Role.SUPERVISOR).order_by("email")[0])
    desk = actor_of(User.objects.filter(agency=agency, grants__role=Role.DISPATCHER).order_by("email")[0])
    _dispatchers(agency, at)
    anchor = at.astimezone(agency.zone).date()
    for position in Position:
        _position(agency, boss, position, anchor, at)
    generation.generate(actor=boss, from_day=anchor - WEEKS, to_day=anchor + WEEKS, at=at - WEEKS - DAY * 2)
    _clock_in(agency, desk, at)
    _requests(agency, boss, anchor, at)


def _dispatchers(agency: Agency, at: datetime) -> None:
    """A row of the roster for everybody who works the desk."""
    campus = Campus.objects.filter(agency=agency).order_by("code")[0]
    people = User.objects.filter(agency=agency, grants__role=Role.DISPATCHER, officer_rows__isnull=True)
    for number, user in enumerate(people.order_by("email")):
        Officer.objects.create(
            agency=agency,
            user=user,
            call_sign=f"D-{number + 1:02d}",
            badge=f"D{2000 + number}",
            license=License.TELECOMMUNICATOR,
            home_campus=campus,
            last_campus=campus,
            duty_since=at,
        )


def _position(agency: Agency, boss: Actor, position: Position, anchor: date, at: datetime) -> None:
    people = _people(agency, position)
    strong = people[: STRONG[position]]
    for number, (name, starts, ends) in enumerate(HOURS):
        made = templates.make(
            actor=boss,
            name=name if position == Position.PATROL else f"{position.label} {name.lower()}",
            position=position,
            starts=starts,
            ends=ends,
            at=at,
        )
        weak = people[len(strong) :][number - 1 :: 2] if number else []
        _rotation(boss, made, weak or strong, anchor, at)


def _rotation(boss: Actor, template: ShiftTemplate, people: Sequence[Officer], anchor: date, at: datetime) -> None:
    pattern = [str(template.pk)] * WORKED + [""] * (7 - WORKED)
    first = anchor - WEEKS
    turn: Rotation = rotations.make(
        actor=boss, name=f"{template.name}, five on two off", starts_on=first, pattern=pattern, at=at
    )
    RotationMember.objects.bulk_create(
        [
            RotationMember(
                agency_id=turn.agency_id,
                rotation=turn,
                officer=person,
                offset_days=OFFSETS[number % len(OFFSETS)],
                from_day=first,
            )
            for number, person in enumerate(people)
        ]
    )


def _clock_in(agency: Agency, desk: Actor, at: datetime) -> None:
    """Whoever is planned now came to work on time, and the strong are there whatever the hour."""
    running = Shift.objects.filter(agency=agency, status="scheduled", starts_at__lte=at, ends_at__gt=at)
    for shift in running.select_related("officer").order_by("officer__call_sign"):
        duty.clock_in(shift.officer, actor=desk, at=shift.starts_at)
    for position in Position:
        for person in _people(agency, position)[: STRONG[position]]:
            duty.clock_in(person, actor=desk, at=at - CALLED_IN)


def _people(agency: Agency, position: Position) -> list[Officer]:
    return list(Officer.objects.filter(agency=agency, license=LICENSES[position], active=True).order_by("call_sign"))


def _requests(agency: Agency, boss: Actor, anchor: date, at: datetime) -> None:
    """Some leave, one request for cover that nobody has taken yet."""
    patrol = {each.call_sign: each for each in Officer.objects.filter(agency=agency).select_related("user")}
    away, hoping, asking = patrol["C-13"], patrol["S-08"], patrol["C-02"]
    asked = leave.ask(
        away,
        actor=actor_of(away.user),
        kind="vacation",
        from_day=anchor + DAY * 7,
        to_day=anchor + DAY * 9,
        at=at,
    )
    leave.approve(asked, actor=boss, expected_version=1, at=at)
    first, last = anchor + DAY * 10, anchor + DAY * 11
    leave.ask(hoping, actor=actor_of(hoping.user), kind="other", from_day=first, to_day=last, at=at)
    later = Shift.objects.filter(officer=asking, status="scheduled", starts_at__gt=at + DAY * 3).order_by("starts_at")
    covers.ask(later[0], actor=actor_of(asking.user), reason="Family matter", at=at)
