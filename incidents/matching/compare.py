"""Two descriptions beside each other: what agrees, what does not, and how sure that makes it."""

from collections.abc import Iterator
from datetime import date

from incidents.matching.facts import Facts
from incidents.matching.names import Alike, alike
from incidents.matching.result import Band, Match, Sign

POINTS = {
    Sign.NUMBER: 60,
    Sign.NAME: 40,
    Sign.NAME_VARIANT: 34,
    Sign.NAME_OVERLAP: 20,
    Sign.NAME_PART: 15,
    Sign.BORN: 40,
    Sign.BORN_NEARLY: 18,
    Sign.AGE: 5,
    Sign.CAMPUS: 10,
    Sign.GRADE: 12,
    Sign.GRADE_NEXT: 6,
    Sign.OTHER_NAME: -40,
    Sign.OTHER_NUMBER: -30,
    Sign.OTHER_BIRTH: -30,
    Sign.OTHER_AGE: -20,
}
LIKELY, POSSIBLE = 60, 30
_NAMES = {
    Alike.SAME: Sign.NAME,
    Alike.VARIANT: Sign.NAME_VARIANT,
    Alike.OVERLAP: Sign.NAME_OVERLAP,
    Alike.PART: Sign.NAME_PART,
    Alike.APART: Sign.OTHER_NAME,
}
_GRADES = ("pk", "kg", *(f"g{number:02}" for number in range(1, 13)))
# Years by which an estimate may be off, and from which on it speaks against.
NEAR, FAR = 2, 5


def compare(one: Facts, other: Facts, today: date) -> Match | None:
    """A suggestion, or None where nothing worth a look is left."""
    signs = tuple(_signs(one, other, today))
    score = sum(POINTS[sign] for sign in signs)
    band = _band(frozenset(signs), score)
    return Match(band, score, signs) if band else None


def _band(signs: frozenset[Sign], score: int) -> Band | None:
    if Sign.NUMBER in signs:
        # One number and two names: somebody mistyped one of them, and a person has to look.
        return Band.LIKELY if signs & {Sign.OTHER_NAME, Sign.OTHER_BIRTH} else Band.CERTAIN
    if Sign.OTHER_NAME in signs or score < POSSIBLE:
        return None
    named = signs & {Sign.NAME, Sign.NAME_VARIANT, Sign.NAME_OVERLAP, Sign.NAME_PART}
    doubtful = signs & {Sign.OTHER_NUMBER, Sign.OTHER_BIRTH}
    return Band.LIKELY if score >= LIKELY and named and not doubtful else Band.POSSIBLE


def _signs(one: Facts, other: Facts, today: date) -> Iterator[Sign]:
    yield from _number(one, other)
    yield from _name(one, other)
    yield from _born(one, other, today)
    if one.campus and one.campus == other.campus:
        yield Sign.CAMPUS
    yield from _grade(one, other)


def _number(one: Facts, other: Facts) -> Iterator[Sign]:
    mine, theirs = _plain(one.student_number), _plain(other.student_number)
    if mine and theirs:
        yield Sign.NUMBER if mine == theirs else Sign.OTHER_NUMBER


def _plain(number: str) -> str:
    return "".join(letter for letter in number.casefold() if letter.isalnum()).lstrip("0")


def _name(one: Facts, other: Facts) -> Iterator[Sign]:
    found = [alike(*sorted((mine, theirs))) for mine in one.names for theirs in other.names]
    best = max((likeness for likeness in found if likeness is not Alike.UNKNOWN), default=Alike.UNKNOWN)
    if best is not Alike.UNKNOWN:
        yield _NAMES[best]


def _born(one: Facts, other: Facts, today: date) -> Iterator[Sign]:
    mine, theirs = one.birth_date, other.birth_date
    if mine and theirs:
        yield Sign.BORN if mine == theirs else Sign.BORN_NEARLY if _mistyped(mine, theirs) else Sign.OTHER_BIRTH
        return
    ages = _age(one, today), _age(other, today)
    if ages[0] is None or ages[1] is None:
        return
    apart = abs(ages[0] - ages[1])
    if apart <= NEAR:
        yield Sign.AGE
    elif apart >= FAR:
        yield Sign.OTHER_AGE


def _age(facts: Facts, today: date) -> int | None:
    born = facts.birth_date
    if born is None:
        return facts.age
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _mistyped(one: date, other: date) -> bool:
    """Day and month exchanged, or a single digit other."""
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return True
    return sum(mine != theirs for mine, theirs in zip(one.isoformat(), other.isoformat(), strict=True)) == 1


def _grade(one: Facts, other: Facts) -> Iterator[Sign]:
    if one.grade not in _GRADES or other.grade not in _GRADES:
        return
    apart = abs(_GRADES.index(one.grade) - _GRADES.index(other.grade))
    if apart <= 1:
        yield Sign.GRADE if apart == 0 else Sign.GRADE_NEXT
