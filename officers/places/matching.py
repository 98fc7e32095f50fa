"""Which places are meant by what was typed, in the order of the rules of `facts.Rule`.

Each place is written down once as four short texts, so that looking through thousands is a search in strings:
`aliases`, `codes` and `names` hold "=ln204=" for a whole form, and `words` holds " ln " for a word.
Among equals the place with more whole words comes first, then campus before building before room, then by name.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from officers.places import words
from officers.places.facts import Level, Named, Rule

LONGEST = 200
# A shorter part would be inside of everything.
INSIDE_FROM = 3
ORDER = (Level.CAMPUS, Level.BUILDING, Level.ROOM)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place written down for searching."""

    named: Named
    aliases: str
    codes: str
    names: str
    words: str
    # All whole forms in one, to see at once that none of their rules can hold.
    forms: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that is offered, and why."""

    named: Named
    rule: Rule


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, in the forms that are looked for."""

    whole: str
    begins: str
    parts: tuple[str, ...]


def entries(places: Iterable[Named], aliases: Iterable[tuple[str, str]]) -> list[Entry]:
    """Every place in the order in which equals are offered; `aliases` are pairs of a place's key and an alias."""
    known: dict[str, list[str]] = {}
    for key, alias in aliases:
        known.setdefault(key, []).append(alias)
    return [_entry(named, known.get(named.key, [])) for named in sorted(places, key=_order)]


def find(found: Sequence[Entry], typed: str, limit: int) -> list[Hit]:
    """The best matches; nothing for a text that holds no letter or digit, or is longer than any place."""
    asked = _asked(typed)
    if asked is None:
        return []
    ranked = (
        (rule, -_exact(entry, asked), place, entry)
        for place, entry in enumerate(found)
        if _inside(entry, asked) and (rule := _rule(entry, asked)) is not None
    )
    return [Hit(entry.named, rule) for rule, _exactly, _place, entry in nsmallest(limit, ranked)]


def certain(hits: Sequence[Hit]) -> Hit | None:
    """The one place that is meant beyond doubt: the only one, or the only one by the best rule that was typed whole."""
    if not hits or hits[0].rule == Rule.INSIDE:
        return None
    alone = len(hits) == 1 or hits[1].rule > hits[0].rule
    return hits[0] if len(hits) == 1 or (alone and hits[0].rule <= Rule.NAME) else None


def _asked(typed: str) -> Asked | None:
    if len(typed) > LONGEST:
        return None
    parts = words.asked(typed)
    whole = "".join(parts)
    return Asked(f"={whole}=", f"={whole}", tuple(dict.fromkeys(parts))) if whole else None


def _entry(named: Named, stored: list[str]) -> Entry:
    room, building, code = map(words.squeeze, (named.room_name, named.building_name, named.code))
    digits = "".join(words.DIGITS.findall(room))
    codes, names = {
        Level.CAMPUS: ([code], [words.squeeze(named.campus_name)]),
        Level.BUILDING: ([code + building], [building]),
        Level.ROOM: (
            [code + room, code + digits if digits else "", code + building + room],
            [room, building + room],
        ),
    }[named.level]
    aliases = [words.squeeze(alias) for alias in stored]
    said = words.parts(" ".join([named.code, named.campus_name, named.building_name, named.room_name, *stored]))
    every = dict.fromkeys([*said, code, *names, *codes, *aliases])
    text = f" {' '.join(filter(None, every))} "
    every_form = _forms([*aliases, *codes, *names])
    return Entry(named, _forms(aliases), _forms(codes), _forms(names), text, every_form)


def _forms(texts: Iterable[str]) -> str:
    return "=" + "".join(f"{text}=" for text in texts if text)


def _order(named: Named) -> tuple[object, ...]:
    names = (named.campus_name, named.building_name, named.room_name)
    return (ORDER.index(named.level), *map(words.natural, names))


def _inside(entry: Entry, asked: Asked) -> bool:
    """The weakest rule, which all others imply: it leaves few places to look at closely."""
    return all(f" {part}" in entry.words or (len(part) >= INSIDE_FROM and part in entry.words) for part in asked.parts)


Test = tuple[Rule, Callable[[Entry, Asked], bool]]
OF_FORMS: tuple[Test, ...] = (
    (Rule.ALIAS, lambda entry, asked: asked.whole in entry.aliases),
    (Rule.CODE, lambda entry, asked: asked.whole in entry.codes),
    (Rule.NAME, lambda entry, asked: asked.whole in entry.names),
    (Rule.ALIAS_BEGINS, lambda entry, asked: asked.begins in entry.aliases),
    (Rule.CODE_BEGINS, lambda entry, asked: asked.begins in entry.codes),
)
OF_WORDS: tuple[Test, ...] = (
    (Rule.WORDS, lambda entry, asked: all(f" {part}" in entry.words for part in asked.parts)),
    (Rule.INSIDE, _inside),
)


def _rule(entry: Entry, asked: Asked) -> Rule | None:
    tests = (*OF_FORMS, *OF_WORDS) if asked.begins in entry.forms else OF_WORDS
    return next((rule for rule, holds in tests if holds(entry, asked)), None)


def _exact(entry: Entry, asked: Asked) -> int:
    return sum(f" {part} " in entry.words for part in asked.parts)
