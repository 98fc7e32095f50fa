"""Strict checks of a condition: known comparisons, of questions asked earlier, with answers that these have."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from incidents.scripting.conditions import GROUPS, OPS, WITH_LIST
from incidents.scripting.found import Found
from incidents.scripting.parts import MANY, NOTE, UNKNOWN

DEEPEST, WIDEST = 5, 12


def check_condition(
    where: str, value: Any, known: Mapping[str, Mapping[str, Any]], found: Found, depth: int = 1
) -> None:
    """{all: [...]}, {any: [...]}, {not: ...} or {item, op, value}; nothing else, and nothing that runs."""
    if depth > DEEPEST:
        found.add(where, _("The condition is nested too deeply."))
    elif not isinstance(value, Mapping):
        found.add(where, _("A condition is an object."))
    elif "item" in value:
        _check_leaf(where, value, known, found)
    elif len(value) != 1 or next(iter(value)) not in (*GROUPS, "not"):
        found.add(where, _("A condition is one of all, any, not, or a comparison with item, op and value."))
    elif "not" in value:
        check_condition(where, value["not"], known, found, depth + 1)
    else:
        for part in found.items(where, next(iter(value.values())), WIDEST, 1):
            check_condition(where, part, known, found, depth + 1)


def _check_leaf(where: str, leaf: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]], found: Found) -> None:
    op = leaf.get("op")
    needed = ("item", "op") if op == "answered" else ("item", "op", "value")
    if not found.names(where, leaf, needed, needed):
        return
    asked = known.get(leaf["item"]) if isinstance(leaf["item"], str) else None
    if asked is None or asked.get("kind") == NOTE:
        words = _("“%(item)s” is no question that is answered before this.")
        found.add(where, words % {"item": str(leaf["item"])[:20]})
        return
    if op not in OPS:
        found.add(where, _("A comparison is one of %(ops)s.") % {"ops": ", ".join(OPS)})
        return
    if op != "answered":
        _check_values(where, op, leaf["value"], asked, found)


def _check_values(where: str, op: str, value: Any, asked: Mapping[str, Any], found: Found) -> None:
    if (op == "has") != (asked.get("kind") == MANY):
        found.add(where, _("A question of several answers is compared with “has”, every other one is not."))
    offered = [*(answer["value"] for answer in asked.get("answers", ())), UNKNOWN]
    values = found.items(where, value, len(offered), 1) if op in WITH_LIST else [value]
    for name in values:
        if name not in offered:
            words = _("“%(value)s” is no answer of %(key)s.")
            found.add(where, words % {"value": str(name)[:40], "key": asked["key"]})
