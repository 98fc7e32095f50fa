"""Which rule counts: the one that names more of nature and priority, and a nature more than a priority."""

from collections.abc import Iterable
from dataclasses import dataclass

from incidents.console_vocabulary import TimerKind


@dataclass(frozen=True, slots=True)
class Rule:
    """After so many minutes; empty `nature` and `priority` stand for all of them. Inactive means never."""

    kind: str
    minutes: int
    nature: str = ""
    priority: str = ""
    answer_seconds: int = 60
    active: bool = True

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about; there is one rule for each."""
        return self.kind, self.nature, self.priority

    def covers(self, nature: str, priority: str) -> bool:
        """Whether it speaks of such an incident."""
        return self.nature in ("", nature) and self.priority in ("", priority)

    def outranks(self) -> tuple[int, bool]:
        """The order among rules that cover the same incident."""
        return bool(self.nature) + bool(self.priority), bool(self.nature)


# What counts where an agency says nothing else.
STANDARD = (
    Rule(TimerKind.WELFARE.value, 20),
    Rule(TimerKind.WELFARE.value, 10, priority="p1"),
    Rule(TimerKind.WELFARE.value, 10, priority="p2"),
    Rule(TimerKind.WAITING.value, 30),
    Rule(TimerKind.WAITING.value, 1, priority="p1"),
    Rule(TimerKind.WAITING.value, 5, priority="p2"),
    Rule(TimerKind.WAITING.value, 15, priority="p3"),
    Rule(TimerKind.REPORT.value, 45),
    Rule(TimerKind.HANDOFF.value, 2),
)


def with_standard(own: Iterable[Rule]) -> list[Rule]:
    """The agency's rules, and the standard ones that it did not replace."""
    found = {rule.key: rule for rule in STANDARD} | {rule.key: rule for rule in own}
    return list(found.values())


def chosen(rules: Iterable[Rule], kind: str, nature: str, priority: str) -> Rule | None:
    """The rule for such an incident; None means never."""
    fitting = [rule for rule in rules if rule.kind == kind and rule.covers(nature, priority)]
    if not fitting:
        return None
    best = max(fitting, key=Rule.outranks)
    return best if best.active else None
