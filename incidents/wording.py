"""How the desk's closed answers, rules and reasons read in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.console_vocabulary import ReleaseReason
from incidents.duplicates_vocabulary import MergeReason, SplitReason
from incidents.scripting import STANDARD, TRIGGERS, Words, words
from incidents.vocabulary import CloseReason, Nature, Override, PriorityReason, ReopenReason, Via

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
    if "reason" in known:
        found.append(REASONS.get(known["reason"], known["reason"]))
    return [str(words) for words in found]
