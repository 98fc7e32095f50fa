"""What binds an officer to the present: registered by the apps above, asked before somebody goes home or leaves."""

from collections.abc import Callable, Iterable

from officers.models import Officer

# Each answers one text per thing that must be ended or given to somebody else first.
Finder = Callable[[Officer], Iterable[str]]
FINDERS: list[Finder] = []


def binds(find: Finder) -> Finder:
    """Register the decorated finder."""
    FINDERS.append(find)
    return find


def obligations(officer: Officer) -> list[str]:
    """What holds this officer now, in words; empty when they are free to go."""
    return [text for find in FINDERS for text in find(officer)]
