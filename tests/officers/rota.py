"""What tests of shifts need: days and hours of the cast's agency, and shifts that are simply there."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.actors import Actor
from officers.models import Officer, Rotation, RotationMember, Shift, ShiftTemplate
from officers.planning.local import span_on
from officers.roles import License, Role
from officers.selectors import actor_of
from officers.services import rotations, shifts, templates
from tests.cast import District, person

ZONE = ZoneInfo("America/Denver")
NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SEVEN, THREE, ELEVEN = time(7), time(15), time(23)


def shift(officer: Officer, day: int | date, starts: time = SEVEN, ends: time = THREE, **changes: Any) -> Shift:
    """A shift as it stands in the plan, some days from the first."""
    on = TODAY + DAY * day if isinstance(day, int) else day
    span = span_on(on, starts, ends, ZONE)
    given = {"position": "patrol", "starts_at": span.starts_at, "ends_at": span.ends_at, **changes}
    return Shift.objects.create(agency=officer.agency, officer=officer, **given)


def plan(district: District, officer: Officer, day: int | date, **changes: Any) -> Shift:
    """A shift as a supervisor plans it."""
    on = TODAY + DAY * day if isinstance(day, int) else day
    given: dict[str, Any] = {"starts": SEVEN, "ends": THREE, "position": "patrol", "at": NOW, **changes}
    return shifts.plan(officer, actor=district.supervisor, day=on, **given)


def template(district: District, name: str = "Day", **changes: Any) -> ShiftTemplate:
    """A template as a supervisor makes it."""
    given: dict[str, Any] = {"position": "patrol", "starts": SEVEN, "ends": THREE, "at": NOW, **changes}
    return templates.make(actor=district.supervisor, name=name, **given)


def rotation(district: District, *pattern: ShiftTemplate | None, starts_on: date = TODAY) -> Rotation:
    """A rotation of these days; None is a day off."""
    keys = [str(each.pk) if each else "" for each in pattern]
    return rotations.make(actor=district.supervisor, name="Turn", starts_on=starts_on, pattern=keys, at=NOW)


def joined(district: District, turn: Rotation, officer: Officer, **changes: Any) -> RotationMember:
    """Somebody in a rotation from its first day."""
    given: dict[str, Any] = {"from_day": turn.starts_on, "at": NOW, **changes}
    return rotations.join(turn, actor=district.supervisor, officer=officer, **given)


def dispatcher_row(district: District) -> Officer:
    """The dispatcher's own row of the roster."""
    return Officer.objects.create(
        agency=district.campus.agency,
        user_id=district.dispatcher.person,
        call_sign="D-1",
        badge="D-1",
        license=License.TELECOMMUNICATOR,
        home_campus=district.campus,
        last_campus=district.campus,
        duty_since=NOW,
    )


def second_supervisor(district: District, own: Officer | None = None) -> Actor:
    """Another supervisor; with `own`, that officer's person becomes one."""
    if own is not None:
        own.user.grants.create(agency=own.agency, role=Role.SUPERVISOR)
        return actor_of(own.user)
    return actor_of(person(district.campus.agency, "Lechuguilla", Role.SUPERVISOR))
