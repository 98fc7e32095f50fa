"""Names that are heard rather than read: one letter off, or written otherwise for the same sound."""

import re

# Where English and Spanish write one sound in several ways.
_SOUNDS = (
    ("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "x"), ("ck", "k"), ("th", "t"), ("gh", "g"), ("ll", "y"),
    ("qu", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "b"), ("w", "b"), ("j", "h"), ("g", "h"),
    ("y", "i"), ("h", ""),
)  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_TWICE = re.compile(r"(.)\1+")
# Shorter names differ by one letter too easily: Ana and Ava are two people.
LONG = 5


def sound(part: str) -> str:
    """A rough key of how a name is said."""
    said = part
    for written, heard in _SOUNDS:
        said = said.replace(written, heard)
    return _TWICE.sub(r"\1", _VOWELS.sub("", said)) or part


def nearly(one: str, other: str) -> bool:
    """One letter more, less, other or exchanged with its neighbor, or the same sound."""
    if min(len(one), len(other)) < LONG:
        return False
    if one[0] == other[0] and sound(one) == sound(other):
        return True
    return _one_step(one, other)


def _one_step(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other[at:]
