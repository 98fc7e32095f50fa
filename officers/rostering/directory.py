"""Who has which badge, identifier, call sign and address: asked before the database would refuse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Known:
    """A person who has an address, and what else is theirs on the roster."""

    user_id: UUID
    agency_id: UUID
    email: str
    log_in: bool = True
    officer_id: UUID | None = None
    badge: str = ""
    pid: str = ""
    call_sign: str = ""
    active: bool = False
    separated_on: date | None = None

    @property
    def left(self) -> bool:
        """Whether this person was on the roster and is not now."""
        return self.officer_id is not None and not self.active


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of one agency, found by what only one person can have; strangers by their address alone."""

    agency_id: UUID
    badge: Mapping[str, Known] = field(default_factory=dict)
    pid: Mapping[str, Known] = field(default_factory=dict)
    call_sign: Mapping[str, Known] = field(default_factory=dict)
    email: Mapping[str, Known] = field(default_factory=dict)

    def holder(self, name: str, value: str) -> Known | None:
        """Who has it."""
        found: Mapping[str, Known] = getattr(self, name)
        return found.get(value) if value else None

    def newcomer(self, email: str) -> Known | None:
        """The person of this agency with this address who can log in and is not on the roster yet."""
        found = self.email.get(email)
        fits = found and found.agency_id == self.agency_id and found.officer_id is None and found.log_in
        return found if fits else None


UNIQUE = ("badge", "pid", "call_sign", "email")
LABELS = {
    "badge": _("Badge"),
    "pid": _("Personal identifier (PID)"),
    "call_sign": _("Call sign"),
    "email": _("E-mail"),
}


def of(agency_id: UUID, people: Iterable[Known]) -> Directory:
    """The directory of these people."""
    listed = list(people)
    ours = [known for known in listed if known.officer_id is not None and known.agency_id == agency_id]
    by = {name: {getattr(known, name): known for known in ours if getattr(known, name)} for name in UNIQUE[:3]}
    return Directory(agency_id, **by, email={known.email.lower(): known for known in listed})


def taken(facts: Mapping[str, Any], who: Directory, me: UUID | None) -> dict[str, Any]:
    """What of these facts is somebody else's, with what to do about it; `me` is the key of the person's log-in."""
    problems: dict[str, Any] = {}
    for name in UNIQUE:
        holder = who.holder(name, str(facts.get(name, "")))
        if holder is not None and holder.user_id != me:
            problems[name] = _belongs(name, facts[name], holder, who)
    return problems


def _belongs(name: str, value: str, holder: Known, who: Directory) -> Any:
    words = {"what": LABELS[name], "value": value, "unit": holder.call_sign}
    if holder.agency_id != who.agency_id or holder.officer_id is None:
        return _("%(what)s %(value)s belongs to another person.") % words
    if holder.left and name != "call_sign":
        day = holder.separated_on
        return _(
            "%(what)s %(value)s belongs to %(unit)s, who left the roster%(on)s. Open that row and choose "
            "Reactivate: the history stays."
        ) % {**words, "on": _(" on %(day)s") % {"day": day.isoformat()} if day else ""}
    return _("%(what)s %(value)s belongs to %(unit)s.") % words
