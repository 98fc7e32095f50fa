"""The rows of the queue as text, computed once before the template, which then only prints."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID
from zlib import crc32

from django.utils.translation import gettext as _

from core.templatetags.ui import duration, status_pill
from incidents.console_vocabulary import Destination, HandoffState, TimerKind
from incidents.field_vocabulary import Wanted
from incidents.timing.rules import STANDARD, Rule, chosen
from incidents.vocabulary import Nature
from incidents.workflow import AssignmentState, IncidentState

# How long a call may wait for a unit on scene before its timer turns red (ui: amber at half of it).
LIMITS = {"p1": 60, "p2": 300, "p3": 900}
DUE = timedelta(days=30)
NEAREST = ("on_scene", "en_route", "dispatched")
WAITING = ("received", "triaged")
Row = Mapping[str, Any]


class Age(TypedDict):
    """A timer's first text; the browser goes on from there. `limit` is empty when nothing can be late."""

    since: str
    age: str
    late: str
    limit: str


class Line(Age):
    """One incident of the queue. A dict, because a template finds a key ten times faster than an attribute."""

    id: str
    number: str
    priority: str
    level: str
    nature: str
    place: str
    pill: str
    status: str
    lead: str
    units: str
    tags: list[str]
    waits: bool
    offered: str
    urgent: bool
    held: bool
    mark: int


def age(since: datetime, at: datetime, limit: int | None = None) -> Age:
    """How long something has lasted, and how bad that is."""
    seconds = max((at - since).total_seconds(), 0.0)
    late = "ok" if not limit or seconds * 2 < limit else "warn" if seconds < limit else "over"
    return {
        "since": since.isoformat(timespec="milliseconds"),
        "age": duration(seconds),
        "late": late,
        "limit": str(limit or ""),
    }


def certificate(cit: bool, until: date | None, today: date) -> tuple[str, str]:
    """The badge's state and words."""
    if not cit:
        return "none", _("Not CIT")
    if until is not None and until - today <= DUE:
        return "due", _("CIT, %(days)s d left") % {"days": (until - today).days}
    return "current", _("CIT")


def place(row: Row) -> str:
    """Campus and room in one line; an agency's “other place” is only what was typed."""
    inside = row["room_name"] or row["place_text"] or row["building_name"] or ""
    if row["kind_of_campus"] == "other" and inside:
        return str(inside)
    return f"{row['campus_name']}, {inside}" if inside else str(row["campus_name"])


def lines(
    incidents: Sequence[Row], on_them: Sequence[Row], at: datetime, rules: Iterable[Rule] = STANDARD
) -> list[Line]:
    """The incidents with the units and hand-offs that are on them; the agency's rules say what is late."""
    found: dict[UUID, list[Row]] = {}
    for row in on_them:
        found.setdefault(row["incident_id"], []).append(row)
    words, limits = _words(), _Limits(rules)
    return [_line(row, found.get(row["id"], []), words, _age(row, at, limits)) for row in incidents]


class _Limits(dict[tuple[str, str], int | None]):
    """Seconds by nature and priority: the rule is looked for once, however many incidents it is about."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self.rules = [rule for rule in rules if rule.kind == TimerKind.WAITING]

    def __missing__(self, key: tuple[str, str]) -> int | None:
        rule = chosen(self.rules, TimerKind.WAITING, *key)
        self[key] = rule.minutes * 60 if rule else None
        return self[key]


def _words() -> dict[str, str]:
    """Every label once, since translating a lazy text for each row costs more than the row."""
    lists = (IncidentState, AssignmentState, Nature, Destination, HandoffState, Wanted)
    return {str(key): str(label) for each in lists for key, label in each.choices}


def _line(row: Row, on_it: list[Row], words: dict[str, str], waited: Age) -> Line:
    parts = [each for each in on_it if each["noun"] == "unit"]
    states = {part["status"] for part in parts}
    status = next((state for state in NEAREST if state in states), row["status"])
    waits = row["status"] in WAITING
    lead, units = _units(parts)
    tags = _tags(row, on_it, words)
    seen = (row["version"], row["priority"], status, lead, units, *tags)
    return Line(
        **waited,
        id=str(row["id"]),
        number=row["number"],
        priority=row["priority"],
        level=row["priority"].upper(),
        nature=words[row["nature"]],
        place=place(row),
        pill=status_pill("waiting" if waits else status),
        status=words[status],
        lead=lead,
        units=units,
        tags=tags,
        waits=waits,
        offered=str(row["offered_desk"] or ""),
        urgent=waits and (row["priority"] == "p1" or waited["late"] == "over"),
        held=row["first_on_scene_at"] is not None,
        # Another number when anything but the time has changed: the browser marks the row for a while.
        mark=crc32(repr(seen).encode()),
    )


def _age(row: Row, at: datetime, limits: _Limits) -> Age:
    """From the call until a unit is on scene; then it stands still, and is late no more."""
    arrived = row["first_on_scene_at"]
    over = row["status"] not in ("received", "triaged", "dispatched")
    return age(row["received_at"], arrived or at, None if arrived or over else limits[row["nature"], row["priority"]])


def _units(parts: list[Row]) -> tuple[str, str]:
    """Who leads, where there is more than one, and the others."""
    lead = [part["what"] for part in parts if part["primary"]][:1] if len(parts) > 1 else []
    others = [part["what"] for part in parts if part["what"] not in lead]
    return "".join(lead), ", ".join(others)


def _tags(row: Row, on_it: list[Row], words: dict[str, str]) -> list[str]:
    """What else the desk should know at a glance: what officers ask for, offers to other desks, open hand-offs."""
    asked = [f"{each['status']}: {words[each['what']]}" for each in on_it if each["noun"] == "ask"]
    offered = [_("Offered to %(desk)s") % {"desk": row["offered_to"]}] if row["offered_to"] else []
    handoffs = [f"{words[each['what']]}: {words[each['status']]}" for each in on_it if each["noun"] == "handoff"]
    return [*asked, *offered, *handoffs]


def scheduled(incidents: Sequence[Row]) -> list[dict[str, Any]]:
    """What is to begin later, the next one first."""
    words = {str(key): str(label) for key, label in Nature.choices}
    return [
        {
            "id": str(row["id"]),
            "number": row["number"],
            "level": row["priority"].upper(),
            "priority": row["priority"],
            "nature": words[row["nature"]],
            "place": place(row),
            "at": row["scheduled_for"],
        }
        for row in sorted(incidents, key=lambda row: row["scheduled_for"])
    ]
