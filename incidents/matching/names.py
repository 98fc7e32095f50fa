"""Names as they are compared: without case, accents, hyphens, order or particles, and with their short forms."""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from incidents.matching.nicknames import GROUPS
from incidents.matching.spelling import nearly, sound

_PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "y", "e", "da", "das", "do", "dos", "di", "van", "von", "der", "den", "bin", "al")
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# "Delacruz" is "De la Cruz" written in one; what stands behind is a name of at least four letters.
_GLUED = re.compile(r"^(?:delas|delos|dela)(?=[a-z]{4})")
_DROPPED = re.compile(r"['’`´.ʼ]")
_APART = re.compile(r"[^a-z]+")
# More parts than a name has: what is longer is compared by its first ones.
MOST = 6


class Alike(IntEnum):
    """How two names stand to each other, the stronger the higher."""

    APART = 0
    UNKNOWN = 1
    PART = 2
    OVERLAP = 3
    VARIANT = 4
    SAME = 5


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name that say who it is, plainly spelled."""
    found = _words(name)
    kept = [_GLUED.sub("", part) for part in found if part not in _PARTICLES and part not in _SUFFIXES]
    return tuple((kept or found)[:MOST])


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", name.casefold()))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in _APART.split(plain) if word]


def groups(part: str) -> frozenset[str]:
    """The names that this one may be short for."""
    return GROUPS.get(part, frozenset())


def keys(names: Iterable[str]) -> str:
    """What a search finds somebody by: the parts, what they are short for, and how they sound."""
    found: dict[str, None] = {}
    for name in names:
        spelled = parts(name)
        for part in spelled:
            found.update(dict.fromkeys((part, *(f"1{group}" for group in sorted(groups(part))), f"0{sound(part)}")))
        # As it is written, too: "Delacruz" and "Mary Jo" are looked for in one word and in several.
        found.update(dict.fromkeys((*_words(name), "".join(_words(name)))))
    return " ".join(key for key in found if key)


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> Alike:
    """Two whole names, in any order of their parts."""
    mine, theirs = parts(one), parts(other)
    if not mine or not theirs:
        return Alike.UNKNOWN
    if sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs):
        return Alike.SAME if len(mine) > 1 else Alike.PART
    strong, weak = _pairs(mine, theirs)
    shorter = min(len(mine), len(theirs))
    if strong + weak == shorter:
        return Alike.VARIANT if shorter > 1 and strong else Alike.PART
    return Alike.OVERLAP if strong > 1 else Alike.APART


def _pairs(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[int, int]:
    """How many parts of the one go with a part of the other: as names, and only as an initial."""
    open_mine, open_theirs = list(mine), list(theirs)
    counted = [0, 0]
    for place, fits in enumerate((_SAME_NAME, _INITIAL)):
        for test in fits:
            for part in sorted(open_mine):
                found = next((other for other in sorted(open_theirs) if test(part, other)), None)
                if found is not None:
                    open_mine.remove(part)
                    open_theirs.remove(found)
                    counted[place] += 1
    return counted[0], counted[1]


def _equal(one: str, other: str) -> bool:
    return one == other


def _short_for(one: str, other: str) -> bool:
    return bool(groups(one) & groups(other))


def _begins(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


_SAME_NAME = (_equal, _short_for, nearly)
_INITIAL = (_begins,)
