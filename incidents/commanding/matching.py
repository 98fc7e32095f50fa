"""Which incident, officer, status or reason a word means. A word means a thing wholly or not at all: 41 is not 417."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from incidents.commanding.world import KnownIncident, KnownNature, KnownUnit

_UNIT = re.compile(r"([a-z]*)-?0*(\d+)")


def plain(text: str) -> str:
    """Lower case, without accents: "José" is "jose"."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def incidents(word: str, known: Iterable[KnownIncident]) -> list[KnownIncident]:
    """By the whole number ("26-0417") or by what stands after the year, with or without zeros ("417")."""
    asked = word.lstrip("#")
    return [one for one in known if asked == one.number or _tail(asked) == _tail(one.number, year=True)]


def _tail(number: str, year: bool = False) -> int | None:
    digits = number.rpartition("-")[2] if year else number
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None


def near(word: str, known: Iterable[KnownIncident]) -> list[KnownIncident]:
    """Incidents whose number has the typed digits in it: offered, never taken."""
    digits = word.lstrip("#0")
    return [one for one in known if digits and digits in one.number.rpartition("-")[2]]


def units(word: str, known: Iterable[KnownUnit]) -> list[KnownUnit]:
    """By call sign, "c5" as well as "C-05", or by the whole surname."""
    known = list(known)
    asked = _sign(word)
    found = [one for one in known if asked is not None and asked == _sign(one.call_sign)]
    return found or [one for one in known if plain(word) in plain(one.name).split()]


def _sign(text: str) -> tuple[str, str] | None:
    found = _UNIT.fullmatch(plain(text))
    return (found[1], found[2]) if found and found[1] else None


def natures(word: str, known: Iterable[KnownNature]) -> list[KnownNature]:
    """By the code alone."""
    return [one for one in known if plain(one.code) == plain(word)]


def choices(word: str, offered: Mapping[str, Iterable[str]]) -> list[str]:
    """Slugs of which one of the words begins so; a word that is met wholly wins."""
    asked = plain(word)
    whole = [slug for slug, words in offered.items() if any(plain(w) == asked for w in words)]
    return whole or [slug for slug, words in offered.items() if any(plain(w).startswith(asked) for w in words)]
