"""What changed between two versions: by section, what went, what came, and what stayed in another place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from incidents.care.checking import day
from incidents.care.reading import one_advice, one_concern
from incidents.care.schema import ROWS, SECTIONS, Content, normal, title


@dataclass(frozen=True, slots=True)
class Change:
    """One section that differs. `moved` says that the same rows stand in another order."""

    section: str
    title: str | Promise
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    moved: bool = False


def changes(old: Content, new: Content) -> list[Change]:
    """The sections that differ, in the order in which a plan is read."""
    before, after = normal(old), normal(new)
    return [_change(name, before[name], after[name]) for name in SECTIONS if before[name] != after[name]]


def _change(name: str, old: Any, new: Any) -> Change:
    if name not in ROWS:
        return Change(name, title(name), tuple(filter(None, (old,))), tuple(filter(None, (new,))))
    before, after = [_said(name, row) for row in old], [_said(name, row) for row in new]
    gone = tuple(one for one in before if one not in after)
    came = tuple(one for one in after if one not in before)
    return Change(name, title(name), gone, came, moved=not gone and not came)


def _said(name: str, row: Mapping[str, str]) -> str:
    if name in ("helps", "avoid"):
        return one_advice(row)
    if name == "safety":
        until = day(row["expires_on"])
        return f"{one_concern(row)} → {until.isoformat() if until else '–'}"
    return ", ".join(filter(None, row.values()))
