"""A typed or spoken place as its bare letters and digits, so that case, accents and punctuation do not matter."""

import re
import unicodedata

PARTS = re.compile(r"[^\W\d_]+|\d+")
DIGITS = re.compile(r"\d+")
# What people say before the name itself.
FILLERS = frozenset({"room", "rm", "building", "bldg", "salon", "aula", "edificio"})


def fold(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def parts(text: str) -> list[str]:
    """Runs of letters and runs of digits: "LN-204" is ln and 204."""
    return PARTS.findall(fold(text))


def asked(text: str) -> list[str]:
    """The parts that say something: "room B-204" is b and 204, while "room" alone is itself."""
    found = parts(text)
    return [part for part in found if part not in FILLERS] or found


def squeeze(text: str) -> str:
    """What is said without its gaps: "Room B-204" is b204."""
    return "".join(asked(text))


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which B-20 comes before B-101."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts(text))
