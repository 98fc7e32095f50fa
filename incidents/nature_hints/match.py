"""The rules by which words point at a nature.

Capitals, accents and punctuation do not matter. A phrase is found where its words follow each other in the text; a
phrase that ends in a star is found where its last word begins so. A phrase right after "no", "not" or "without" does
not count. The more words were found the better; among equals the more urgent nature is first, then the code.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from incidents.vocabulary import Nature

MOST = 3
# What takes a phrase back when it stands right before it.
DENIES = frozenset({"no", "not", "without", "never", "denies", "sin", "ningun", "ninguna", "niega"})


class Alarm(StrEnum):
    """What the desk must see at once."""

    WEAPON = "weapon"
    MEDICAL = "medical"


# Whose words ring: one list serves the suggestion and the warning.
RINGS: Mapping[str, Alarm] = {
    Nature.WEAPON: Alarm.WEAPON,
    Nature.MEDICAL: Alarm.MEDICAL,
    Nature.OVERDOSE: Alarm.MEDICAL,
    Nature.SUICIDE_ATTEMPT: Alarm.MEDICAL,
}


@dataclass(frozen=True, slots=True)
class Code:
    """How the agency says one nature; `start` is its priority before anything is asked."""

    code: str
    nature: str
    label: str
    words: tuple[str, ...] = ()
    start: str = "p3"

    @property
    def opens(self) -> str:
        """How its name and its phrases begin: whoever types one of these words is not typing a code."""
        return "|".join(dict.fromkeys(found[0] for phrase in (self.label, *self.words) if (found := _tokens(phrase))))


@dataclass(frozen=True, slots=True)
class Hint:
    """A nature that was pointed at, and the phrases that did."""

    code: Code
    found: tuple[str, ...]


def exact(typed: str, codes: Iterable[Code]) -> Code | None:
    """The nature whose code or whole name was typed; a code may be followed by its name."""
    asked = _tokens(typed)
    for code in codes:
        own, label = (code.code.casefold(),), _tokens(code.label)
        if asked in (own, label, own + label):
            return code
    return None


def suggest(text: str, codes: Sequence[Code], most: int = MOST) -> list[Hint]:
    """The natures that the text points at, the best first."""
    said = _Text(text)
    found = [Hint(code, hit) for code in codes if (hit := said.phrases((*code.words, code.label)))]
    return sorted(found, key=_rank)[:most]


def alarms(text: str, codes: Iterable[Code]) -> dict[Alarm, tuple[str, ...]]:
    """What rings, with the phrases that ring it."""
    said = _Text(text)
    rung: dict[Alarm, tuple[str, ...]] = {}
    for code in codes:
        if code.nature in RINGS and (hit := said.phrases(code.words)):
            alarm = RINGS[code.nature]
            rung[alarm] = (*rung.get(alarm, ()), *hit)
    return rung


def _rank(hint: Hint) -> tuple[int, str, str]:
    return (-sum(len(_tokens(phrase)) for phrase in hint.found), hint.code.start, hint.code.code)


class _Text:
    """A text with the places of its words, so that ten thousand words are looked through once."""

    def __init__(self, text: str) -> None:
        self.tokens = _split(text)
        self.places: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            self.places.setdefault(token, []).append(place)

    def phrases(self, phrases: Iterable[str]) -> tuple[str, ...]:
        """The phrases that stand in the text, each once."""
        return tuple(dict.fromkeys(phrase for phrase in phrases if self._stands(phrase)))

    def _stands(self, phrase: str) -> bool:
        wanted, opens = _tokens(phrase), phrase.rstrip().endswith("*")
        if not wanted:
            return False
        return any(self._here(place, wanted, opens) for place in self._begins(wanted, opens))

    def _begins(self, wanted: tuple[str, ...], opens: bool) -> Iterable[int]:
        if opens and len(wanted) == 1:
            return (place for token, found in self.places.items() if token.startswith(wanted[0]) for place in found)
        return self.places.get(wanted[0], ())

    def _here(self, place: int, wanted: tuple[str, ...], opens: bool) -> bool:
        if place and self.tokens[place - 1] in DENIES:
            return False
        part = self.tokens[place : place + len(wanted)]
        if len(part) < len(wanted) or part[:-1] != wanted[:-1]:
            return False
        return part[-1].startswith(wanted[-1]) if opens else part[-1] == wanted[-1]


@lru_cache(maxsize=2048)
def _tokens(phrase: str) -> tuple[str, ...]:
    return _split(phrase)


def _split(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = ("" if unicodedata.combining(sign) else sign if sign.isalnum() else " " for sign in plain)
    return tuple("".join(kept).split())
