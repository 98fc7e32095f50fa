"""The rule: near in time, at the same campus, and at least one thing in common."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache

from incidents.likeness.facts import Heard, Known, Person
from incidents.likeness.families import related
from incidents.likeness.result import Like, Sign

WINDOW = timedelta(minutes=15)
# The same telephone is often written with and without its area code.
TELLING_DIGITS = 4
LONGEST_TOLD = 7
# While a call is typed the same incidents are compared again and again.
CACHED = 2048


def compare(heard: Heard, known: Known, window: timedelta = WINDOW) -> Like | None:
    """Why this incident is likely what the call is about, or None."""
    if heard.campus != known.campus or not known.heard_at:
        return None
    nearest = min(abs(heard.at - moment) for moment in known.heard_at)
    if nearest > window:
        return None
    signs = tuple(_signs(heard, known))
    return Like(known, signs, int(nearest.total_seconds() // 60)) if signs else None


def most_like(heard: Heard, known: Iterable[Known], *, window: timedelta = WINDOW, most: int = 3) -> list[Like]:
    """The likeliest first; among equals the one heard of last, then the older number."""
    found = [like for one in known if (like := compare(heard, one, window)) is not None]
    return sorted(found, key=lambda like: (-like.score, like.minutes, like.known.number))[:most]


def _signs(heard: Heard, known: Known) -> Iterator[Sign]:
    if _same_person(heard.people, known.people):
        yield Sign.PERSON
    if heard.callback and any(_same_telephone(heard.callback, other) for other in known.callbacks):
        yield Sign.CALLBACK
    if heard.caller_name and any(_same_name(heard.caller_name, other) for other in known.callers):
        yield Sign.CALLER
    if not known.is_site:
        return
    if heard.room and heard.room == known.room:
        yield Sign.ROOM
    elif heard.building and heard.building == known.building:
        yield Sign.BUILDING
    if related(heard.nature, known.nature):
        yield Sign.FAMILY


def _same_person(ours: tuple[Person, ...], theirs: tuple[Person, ...]) -> bool:
    return any(_is_same(one, other) for one in ours for other in theirs)


def _is_same(one: Person, other: Person) -> bool:
    """Two numbers decide; a name decides only where a number is missing."""
    if one.student_number and other.student_number:
        return _plain(one.student_number) == _plain(other.student_number)
    return _same_name(one.name, other.name)


def _same_name(one: str, other: str) -> bool:
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _same_telephone(one: str, other: str) -> bool:
    """The last seven digits; an extension only as a whole."""
    ours, theirs = _digits(one), _digits(other)
    if min(len(ours), len(theirs)) < TELLING_DIGITS:
        return False
    if min(len(ours), len(theirs)) < LONGEST_TOLD:
        return ours == theirs
    return ours[-LONGEST_TOLD:] == theirs[-LONGEST_TOLD:]


@lru_cache(maxsize=CACHED)
def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())


@lru_cache(maxsize=CACHED)
def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
