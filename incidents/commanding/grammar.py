"""Reading one line: a verb, and then what the verb needs."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from incidents.commanding import matching, reading
from incidents.commanding.result import Read, Reading, Unread, several
from incidents.commanding.statuses import status
from incidents.commanding.words import NEEDS_A_FORM, VERBS
from incidents.commanding.world import World

Reader = Callable[[list[str], World], list[Reading]]
READERS: dict[str, Reader] = {
    "n": reading.new,
    "d": lambda words, world: reading.send("d", words, world),
    "u": lambda words, world: reading.send("u", words, world),
    "r": reading.release,
    "s": status,
    "nt": reading.note,
    "m": reading.team,
    "x": reading.close,
    "g": reading.go,
    "z": reading.undo,
}


def read(text: str, world: World) -> Read:
    """Everything the line can mean now; nothing is changed by reading."""
    words = text.split()
    if not words:
        return Read()
    verb = matching.plain(words[0])
    try:
        return several(_readings(verb, text, words, world), VERBS[verb][1])
    except Unread as unread:
        return Read(problem=unread.problem, usage=unread.usage)


def _readings(verb: str, text: str, words: list[str], world: World) -> list[Reading]:
    if verb in NEEDS_A_FORM:
        raise Unread(_("This needs its form: open the incident and use its button."))
    if verb not in READERS:
        raise Unread(_("No command begins with “%(word)s”. Press ? for the list.") % {"word": words[0][:20]})
    # The words of a note stay as they were typed.
    rest = text.strip().split(maxsplit=2) if verb == "nt" else words
    return READERS[verb](rest[1:], world)
