"""What came of reading a line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

MOST = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing the line can mean. `meaning` is the same for the same thing, whenever it is read again."""

    verb: str
    sentence: str | Promise
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def meaning(self) -> str:
        """Verb and keys: what was previewed is what runs, or nothing does. Free words are not part of it."""
        keys = (f"{name}={value}" for name, value in sorted(self.given.items()) if name != "words")
        return " ".join([self.verb, *keys])


class Unread(Exception):
    """The line means nothing, and this is why."""

    def __init__(self, problem: str | Promise, usage: str | Promise = "") -> None:
        super().__init__(problem)
        self.problem, self.usage = problem, usage


@dataclass(frozen=True, slots=True)
class Read:
    """No reading: `problem` says why. One: it can run. Several: one has to be chosen; `more` were left out."""

    readings: tuple[Reading, ...] = ()
    problem: str | Promise = ""
    usage: str | Promise = ""
    more: int = 0

    @property
    def runs(self) -> Reading | None:
        """The only reading; an ambiguous line never runs."""
        return self.readings[0] if len(self.readings) == 1 and not self.more else None


def several(readings: list[Reading], usage: str | Promise) -> Read:
    """The first few of what was found."""
    return Read(tuple(readings[:MOST]), usage=usage, more=max(0, len(readings) - MOST))
