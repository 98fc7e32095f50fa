"""Which duties a record starts, read from data: the condition, the clock, who owns it and what ends it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import Undeclared
from incidents.duties.conditions import Facts, holds

FOLDER = Path(__file__).parent / "standard"


@dataclass(frozen=True)
class Closes:
    """What must be there before a duty counts as done."""

    form: str = ""
    times: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    export: bool = False


@dataclass(frozen=True)
class Trigger:
    """One kind of duty. `since` names the fact from whose time the clock runs; `also` are steps beyond the needed."""

    kind: str
    when: Mapping[str, Any]
    since: str
    clock: Mapping[str, Any]
    owner_role: str
    closes: Closes
    source: str
    confirm: bool
    template: str = ""
    also: tuple[str, ...] = ()
    # Whoever reported stays unknown to others, and the duty cannot be handed on.
    protected: bool = False
    # Held while a parent is the alleged person.
    tells_parent: bool = False
    blocks_lock: bool = False
    steps: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", (*self.closes.steps, *self.also))


@cache
def triggers() -> tuple[Trigger, ...]:
    """Every kind, in the order of the lists."""
    return tuple(_read(row) for row in _standard()["duties"])


@cache
def facility_clock() -> Mapping[str, Any]:
    """The hours of the facility that examines a detained person."""
    found: Mapping[str, Any] = _standard()["facility_clock"]
    return found


def trigger(kind: str) -> Trigger:
    """The trigger of a kind that exists."""
    for each in triggers():
        if each.kind == kind:
            return each
    raise Undeclared(f"no duty {kind}")


def started(facts: Facts) -> tuple[Trigger, ...]:
    """The duties that these facts ask for."""
    return tuple(each for each in triggers() if holds(each.when, facts))


@cache
def _standard() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((FOLDER / "duties.json").read_text("utf-8"))
    return found


def _read(row: Mapping[str, Any]) -> Trigger:
    given = dict(row)
    closes: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given.pop("closes").items()
    }
    given["also"] = tuple(given.get("also", ()))
    return Trigger(closes=Closes(**closes), **given)
