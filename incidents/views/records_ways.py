"""Which ways of diverting are open to a person, and why, for the page."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.encounter import diversion
from incidents.encounter.parts import Facts

RESULTS: dict[str, tuple[str | Promise, str]] = {
    "eligible": (_("Open"), "ok"),
    "not_eligible": (_("Not open"), ""),
    "undetermined": (_("Not decided yet"), "warn"),
    "not_applicable": (_("No offense is alleged"), ""),
}
MET: dict[bool | None, tuple[str, str | Promise]] = {
    True: ("check", _("Met:")),
    False: ("close", _("Not met:")),
    None: ("help", _("Not known:")),
}


def ways(facts: Facts) -> list[dict[str, Any]]:
    """Each way with its result and the conditions that gave it."""
    return [_way(one) for one in diversion.all_of(facts)]


def _way(one: diversion.Eligibility) -> dict[str, Any]:
    words, tone = RESULTS[str(one.result)]
    inputs = [{"icon": MET[each.met][0], "said": str(MET[each.met][1]), "words": each.words} for each in one.inputs]
    return {"key": one.key, "title": one.title, "words": words, "tone": tone, "inputs": inputs}
