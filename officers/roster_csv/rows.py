"""One line of a roster file against what is known: whose row it is, what would change, and what speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.actors import Actor
from officers.models import Campus, Officer, User
from officers.roster_csv.cells import written
from officers.roster_csv.columns import ACTIVE, INACTIVE, LABELS
from officers.rostering.directory import Directory, Known, taken
from officers.rostering.facts import EMPTY, NAMED, changed, present
from officers.rostering.rules import problems
from officers.rostering.standing import GIVEN, overreach

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is known before the file is read: people by row key, their roles by log-in, places, supervisors."""

    actor: Actor
    directory: Directory
    officers: Mapping[UUID, Officer]
    roles: Mapping[UUID, list[str]]
    campuses: Mapping[str, Campus]
    leaders: Mapping[str, User]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field as it is and as it would be."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> Any:
        """The field in words."""
        return LABELS[self.name]


@dataclass(frozen=True, slots=True)
class Row:
    """What happens with one line; `leader` is the address of a supervisor whom the file itself brings."""

    line: int
    kind: str
    facts: Mapping[str, Any]
    differences: tuple[Difference, ...]
    officer: Officer | None = None
    newcomer: UUID | None = None
    leader: str = ""

    @property
    def unit(self) -> str:
        """The call sign afterwards."""
        return str(self.facts["call_sign"])

    @property
    def name(self) -> str:
        """The name afterwards."""
        return str(self.facts["name"])


class Refused(Exception):
    """Why one line cannot be taken: column to reason."""

    def __init__(self, reasons: Mapping[str, Any]) -> None:
        super().__init__()
        self.reasons = reasons


def judge(line: int, facts: dict[str, Any], known: Snapshot, coming: set[str]) -> Row:
    """What happens with this line. `coming` are the addresses of supervisors whom the file itself brings."""
    status = facts.pop("status", "").lower()
    leader = _leader(facts, known, coming)
    match = _match(facts, known.directory)
    officer = known.officers[match.officer_id] if match and match.officer_id else None
    row = _existing(line, facts, known, officer, leader) if officer else _new(line, facts, known, leader)
    _refuse_status(status, officer, row)
    return row


def _new(line: int, facts: dict[str, Any], known: Snapshot, leader: str) -> Row:
    who = known.directory.newcomer(facts["email"])
    me = who.user_id if who else None
    after = EMPTY | facts
    _check(after, known, me, address_changes=False)
    given = {name: value for name, value in after.items() if value}
    told = _differences(dict.fromkeys(NAMED), given, leader)
    return Row(line, NEW, after, told, newcomer=me, leader=leader)


def _existing(line: int, facts: dict[str, Any], known: Snapshot, officer: Officer, leader: str) -> Row:
    roles = [role for role in known.roles.get(officer.user_id, []) if role in GIVEN]
    before = present(officer, roles)
    different = changed(before, facts)
    if different or leader:
        _check(before | facts, known, officer.user_id, address_changes="email" in different)
    told = _differences(before, different, leader)
    named = {"call_sign": facts["call_sign"], "name": facts["name"]}
    return Row(line, CHANGED if told else SAME, named | different, told, officer=officer, leader=leader)


def _check(after: Mapping[str, Any], known: Snapshot, me: UUID | None, *, address_changes: bool) -> None:
    roles = known.roles.get(me, []) if me else []
    beyond = overreach(known.actor, me, roles, after, address_changes)
    _refuse(beyond | taken(after, known.directory, me) | problems(after))


def _leader(facts: dict[str, Any], known: Snapshot, coming: set[str]) -> str:
    """The cell's supervisor goes into the facts; one who comes with the file is answered by address instead."""
    if "supervisor" not in facts:
        return ""
    address = str(facts.pop("supervisor")).lower()
    if address and address == facts["email"]:
        _refuse({"supervisor": _("Nobody supervises themselves.")})
    if address and address not in known.leaders and address in coming:
        return address
    if address and address not in known.leaders:
        _refuse({"supervisor": _("There is no supervisor with the address “%(cell)s”.") % {"cell": address}})
    facts["supervisor"] = known.leaders.get(address)
    return ""


def _match(facts: Mapping[str, Any], directory: Directory) -> Known | None:
    """Whose row it is, by badge or PID; when the two point at two people, it is nobody's."""
    by_badge, by_pid = directory.holder("badge", facts["badge"]), directory.holder("pid", facts.get("pid", ""))
    words = {"badge": facts["badge"], "pid": facts.get("pid", "")}
    if by_badge and by_pid and by_badge.officer_id != by_pid.officer_id:
        words |= {"one": by_badge.call_sign, "other": by_pid.call_sign}
        _refuse(
            {"badge": _("Badge %(badge)s is %(one)s, and PID %(pid)s is %(other)s. Correct one of the two.") % words}
        )
    if by_badge and not by_pid and by_badge.pid and words["pid"] and by_badge.pid != words["pid"]:
        words |= {"one": by_badge.call_sign, "known": by_badge.pid}
        _refuse(
            {
                "pid": _("Badge %(badge)s is %(one)s, whose PID is %(known)s. Correct the file, or the row of %(one)s.")
                % words
            }
        )
    return by_badge or by_pid


def _refuse_status(status: str, officer: Officer | None, row: Row) -> None:
    """A file changes nobody's status, and nothing of those who have left."""
    active = officer.active if officer else True
    if status and status not in (ACTIVE, INACTIVE):
        _refuse({"status": _("“%(cell)s” is not known. Known are: active, inactive.") % {"cell": status}})
    if officer and not active and (row.kind != SAME or status != INACTIVE):
        words = {"unit": officer.call_sign}
        _refuse({"status": _("%(unit)s has left the roster. Open that row and choose Reactivate first.") % words})
    if status == INACTIVE and active:
        _refuse({"status": _("A file takes nobody off the roster. Use Deactivate on the person’s page.")})


def _differences(before: Mapping[str, Any], after: Mapping[str, Any], leader: str) -> tuple[Difference, ...]:
    told = [Difference(name, _told(name, before[name]), _told(name, after[name])) for name in NAMED if name in after]
    if leader:
        told.append(Difference("supervisor", _told("supervisor", before["supervisor"]), leader))
    return tuple(told)


def _told(name: str, value: Any) -> str:
    return value.email if isinstance(value, User) else written(name, value)


def _refuse(reasons: Mapping[str, Any]) -> None:
    if reasons:
        raise Refused(reasons)
