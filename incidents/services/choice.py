"""Whether the chosen unit may be sent, and whether the desk must say why it is not the first recommended.

Sending anyone but the first needs a reason. Two choices are no override: the unit was first on the page that the desk
saw, although a better one became free since; and the first recommended is the only kind that the desk has already said
it cannot send, a CIT officer, so that the same reason is not asked twice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.errors import BrokenRule, Conflict
from incidents.ranking import Ranked, Recommendation, words
from incidents.ranking.result import Why
from incidents.selectors.units import ago, sent_elsewhere
from incidents.vocabulary import Override
from officers.models import Officer

SENT = frozenset({Why.ON_A_CALL, Why.ALREADY_SENT})
RESTRICTED = frozenset({Why.RESTRICTED_DUTY, Why.RESTRICTED_CAMPUS, Why.RESTRICTED_PERSON})


@dataclass(frozen=True, slots=True)
class Said:
    """What the desk said with its choice; `first_shown` is the unit that its page put first."""

    cit_unavailable_reason: str
    override_reason: str
    override_note: str
    first_shown: UUID | None


@dataclass(frozen=True, slots=True)
class Choice:
    """The unit as ranked, and why another one was sent than `instead_of`."""

    ranked: Ranked
    version: int
    override_reason: str = ""
    override_note: str = ""
    instead_of: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """What the ledger keeps; never the note."""
        unit = self.ranked.unit
        found: dict[str, object] = {"unit": unit.call_sign, "cit": unit.cit, "minutes": unit.minutes}
        found |= {"rank": self.ranked.rank, "ranking": self.version}
        if self.override_reason:
            found |= {"override": self.override_reason, "instead_of": self.instead_of}
        return found

    @property
    def kept(self) -> dict[str, Any]:
        """What the assignment keeps."""
        return {
            "minutes_away": self.ranked.unit.minutes,
            "cit_when_sent": self.ranked.unit.cit,
            "rank": self.ranked.rank,
            "ranking_version": self.version,
            "override_reason": self.override_reason,
            "override_note": self.override_note,
        }


def choose(found: Recommendation, officer: Officer, said: Said, at: datetime) -> Choice:
    """The choice, or what is missing for it."""
    one = next((ranked for ranked in found.ranked if ranked.unit.key == officer.pk), None)
    if one is None:
        raise _refusal(found, officer, at)
    _ask_for_cit(one, said)
    reason = _reason(found.ranked[0], one, said)
    if not reason:
        return Choice(one, found.version)
    return Choice(one, found.version, reason, _note(reason, said), found.ranked[0].unit.call_sign)


def taken(officer: Officer, at: datetime, following: str = "") -> Conflict:
    """Somebody else was faster: to which incident, who, how long ago, and who comes next."""
    part = sent_elsewhere(officer)
    if part is None:
        text = _("%(unit)s was sent elsewhere a moment ago. Choose another unit.")
        return Conflict(text % {"unit": officer.call_sign})
    known = {"unit": officer.call_sign, "number": part.incident.number, "who": part.by, "ago": ago(at - part.at)}
    text = _("%(unit)s was sent to %(number)s by %(who)s %(ago)s.") % known
    return Conflict(f"{text} {_('Send %(unit)s instead?') % {'unit': following}}" if following else text)


def _refusal(found: Recommendation, officer: Officer, at: datetime) -> BrokenRule | Conflict:
    entry = next((one for one in found.passed_over if one.unit.key == officer.pk), None)
    if entry is not None and entry.code in SENT:
        return taken(officer, at, found.first.unit.call_sign if found.first else "")
    if entry is not None and entry.code in RESTRICTED:
        text = _("%(unit)s is %(why)s. Choose another unit, or let a supervisor lift the restriction.")
        return BrokenRule(text % {"unit": officer.call_sign, "why": words.passed_over(entry)})
    return BrokenRule(_("%(unit)s is not available.") % {"unit": officer.call_sign})


def _ask_for_cit(one: Ranked, said: Said) -> None:
    _alone, misses_cit = one.rules
    if misses_cit and not said.cit_unavailable_reason:
        text = _("This call needs a CIT officer. Say why none is sent.")
        raise BrokenRule(text, fields={"cit_unavailable_reason": text})


def _reason(first: Ranked, one: Ranked, said: Said) -> str:
    """Why not the first; empty when no reason is due."""
    if one.rank == 1:
        return ""
    if said.override_reason:
        return said.override_reason
    if one.unit.key == said.first_shown:
        return ""
    if one.rules[1] and not first.rules[1]:
        return Override.NO_CIT.value
    text = _("%(unit)s is recommended. Say why another unit is sent.") % {"unit": first.unit.call_sign}
    raise BrokenRule(text, fields={"override_reason": text})


def _note(reason: str, said: Said) -> str:
    if reason == Override.OTHER and not said.override_note.strip():
        text = _("Say in a few words why another unit is sent.")
        raise BrokenRule(text, fields={"override_note": text})
    return said.override_note.strip()
