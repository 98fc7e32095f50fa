"""How the desk's closed answers, rules and reasons read in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.console_vocabulary import Destination, HandoffOutcome, ReleaseReason, TimerKind
from incidents.duplicates_vocabulary import MergeReason, SplitReason
from incidents.field_vocabulary import EntryKind, Wanted
from incidents.record_vocabulary import Force, Outcome, Technique
from incidents.scripting import STANDARD, TRIGGERS, Words, words
from incidents.vocabulary import CloseReason, Nature, Override, Priority, PriorityReason, ReopenReason, Via

__all__ = ["TRIGGERS", "Words"]

SYSTEM = _("System")
REASONS: Mapping[str, Words] = {
    **dict(CloseReason.choices),
    **dict(ReopenReason.choices),
    **dict(PriorityReason.choices),
    **dict(MergeReason.choices),
    **dict(SplitReason.choices),
    **dict(ReleaseReason.choices),
}

# What every officer wants to know before going in: the topics of the tablet.
BEFORE_GOING_IN = ("q03", "q04", "q05", "q05a", "q06", "q07", "q09a")
TOPICS: Mapping[str, Words] = {key: STANDARD.by_key[key].topic for key in BEFORE_GOING_IN}
answer, is_alarming, rule, topic = words.answer, words.is_alarming, words.rule, words.topic


# Facts that a sentence says as words and not as the slug that is kept.
SAID: Mapping[str, Mapping[str, Words]] = {
    "destination": dict(Destination.choices),
    "outcome": dict(HandoffOutcome.choices),
    "kind": {**dict(TimerKind.choices), **dict(EntryKind.choices)},
    "what": dict(Wanted.choices),
    "value": {
        **dict(Technique.choices),
        **dict(Outcome.choices),
        **{str(level): words for level, words in Force.choices},
    },
    "priority": {level: level.upper() for level in Priority.values},
}


def told(sentence: str, known: Mapping[str, Any]) -> str:
    """The sentence of an event with its facts in words."""
    plain = {name: SAID.get(name, {}).get(value, value) for name, value in known.items() if _is_plain(value)}
    return sentence % {**known, **plain}


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool) or value is None


def facts(known: Mapping[str, Any]) -> list[str]:
    """The facts of an event that its sentence does not say, in words."""
    found: list[Words] = []
    if "nature" in known:
        found.append(Nature(known["nature"]).label)
    if "via" in known:
        found.append(Via(known["via"]).label)
    if "priority" in known:
        found.append(known["priority"].upper())
    found += [rule(name) for name in known.get("rules", ())]
    if "cit" in known:
        found.append(_("CIT officer") if known["cit"] else _("not a CIT officer"))
    if known.get("minutes") is not None:
        found.append(_("%s min away") % known["minutes"])
    if "override" in known:
        chosen = {"unit": known["instead_of"], "reason": dict(Override.choices)[known["override"]]}
        found.append(_("chosen instead of %(unit)s: %(reason)s") % chosen)
    if known.get("value"):
        found.append(SAID["value"].get(known["value"], known["value"]))
    if "outcome" in known:
        found.append(SAID["outcome"].get(known["outcome"], known["outcome"]))
    if "reason" in known:
        found.append(REASONS.get(known["reason"], known["reason"]))
    return [str(words) for words in found]
