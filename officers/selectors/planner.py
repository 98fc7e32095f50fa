"""The week as supervisors plan it: people by days, with the hours of each; a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import may, require, visible
from officers.models import Agency, Leave, Officer, Shift
from officers.planning.fitness import SUITABLE
from officers.planning.local import DAY, clock_change_hours, day_of, days
from officers.planning.spans import Span, hours_between
from officers.selectors import choices
from officers.selectors.workers import policy_of

MOST = 200
NIGHT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Item:
    """A shift as it stands in a cell."""

    shift: Shift
    zone: ZoneInfo

    @property
    def starts(self) -> datetime:
        """The agency's clock at the start."""
        return self.shift.starts_at.astimezone(self.zone)

    @property
    def ends(self) -> datetime:
        """The agency's clock at the end."""
        return self.shift.ends_at.astimezone(self.zone)

    @property
    def change(self) -> float:
        """Hours that a change of the clock takes or adds."""
        return clock_change_hours(Span(self.shift.starts_at, self.shift.ends_at), self.zone)

    @property
    def hours(self) -> float:
        """Its real length."""
        return Span(self.shift.starts_at, self.shift.ends_at).hours


@dataclass(frozen=True, slots=True)
class Cell:
    """One person's day: the shifts that begin on it, and whether they are away."""

    day: date
    items: list[Item]
    away: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One person's week. `overtime` is how many hours lie beyond the agency's line."""

    officer: Officer
    cells: list[Cell]
    hours: float
    overtime: float


@dataclass(frozen=True, slots=True)
class Week:
    """The grid. `hidden` people would be too many for one page."""

    first: date
    days: list[date]
    rows: list[Row] = field(default_factory=list)
    hidden: int = 0
    plans: bool = False

    @property
    def by_day(self) -> list[tuple[date, list[tuple[Officer, Item]]]]:
        """The same as a list for a narrow screen: each day's shifts in the order of their start."""
        found: dict[date, list[tuple[Officer, Item]]] = {day: [] for day in self.days}
        for row in self.rows:
            for cell in row.cells:
                found[cell.day] += [(row.officer, item) for item in cell.items]
        return [(day, sorted(items, key=lambda pair: pair[1].starts)) for day, items in found.items()]

    @property
    def shifts(self) -> int:
        """How many shifts it shows."""
        return sum(len(cell.items) for row in self.rows for cell in row.cells)


def week(actor: Actor, first: date | None, at: datetime, *, position: str = "", campus: UUID | None = None) -> Week:
    """The week that begins on this Monday, or the present one."""
    require(actor, "shift.read")
    if campus is not None and not choices.campuses(actor).filter(pk=campus).exists():
        raise NotFound(_("There is no such record."))
    zone = Agency.objects.get(pk=actor.agency_id).zone
    monday = first or monday_of(day_of(at, zone))
    span = days(monday, 7, zone)
    shifts = _shifts(actor, span, position, campus)
    people = _people(actor, position, campus, {each.officer_id for each in shifts})
    shown = people[:MOST]
    by_person = defaultdict(list)
    for each in shifts:
        by_person[each.officer_id].append(each)
    away, limit = _away(actor, span), policy_of(actor.agency_id).overtime_from_hours
    listed = [monday + DAY * number for number in range(7)]
    rows = [_row(each, listed, by_person[each.pk], away[each.pk], span, zone, limit) for each in shown]
    return Week(monday, listed, rows, len(people) - len(shown), may(actor, "shift.plan"))


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - DAY * day.weekday()


def _people(actor: Actor, position: str, campus: UUID | None, planned: set[UUID]) -> list[Officer]:
    """Everybody who could work there, and whoever is planned there all the same."""
    rows = choices.people(actor)
    if position:
        rows = rows.filter(license__in=SUITABLE[position]) | rows.filter(pk__in=planned)
    if campus is not None:
        rows = rows.filter(home_campus=campus) | rows.filter(pk__in=planned)
    return list(rows.order_by("call_sign")[: MOST * 2])


def _shifts(actor: Actor, span: Span, position: str, campus: UUID | None) -> list[Shift]:
    rows = visible(Shift.objects.select_related("campus", "template"), actor).filter(
        status="scheduled", starts_at__lt=span.ends_at, ends_at__gt=span.starts_at - NIGHT
    )
    if position:
        rows = rows.filter(position=position)
    if campus is not None:
        rows = rows.filter(campus=campus) | rows.filter(campus__isnull=True, officer__home_campus=campus)
    return list(rows.order_by("starts_at")[: MOST * 20])


def _away(actor: Actor, span: Span) -> dict[UUID, list[Span]]:
    """Approved leave that this person may know of: why somebody is away is nobody else's business."""
    rows = visible(Leave.objects.all(), actor).filter(
        status="approved", starts_at__lt=span.ends_at, ends_at__gt=span.starts_at
    )
    found: dict[UUID, list[Span]] = defaultdict(list)
    for officer, starts_at, ends_at in rows.values_list("officer", "starts_at", "ends_at"):
        found[officer].append(Span(starts_at, ends_at))
    return found


def _row(
    officer: Officer,
    listed: list[date],
    shifts: list[Shift],
    away: Iterable[Span],
    span: Span,
    zone: ZoneInfo,
    limit: int,
) -> Row:
    items = [Item(each, zone) for each in shifts]
    cells = [
        Cell(
            day,
            [item for item in items if item.starts.date() == day],
            any(leave.overlaps(days(day, 1, zone)) for leave in away),
        )
        for day in listed
    ]
    spans = [Span(each.starts_at, each.ends_at) for each in shifts]
    hours = hours_between(spans, span.starts_at, span.ends_at)
    return Row(officer, cells, hours, max(hours - limit, 0.0))
