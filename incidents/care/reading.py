"""How the content of a plan is said: a technique with its words, three lines for dispatch, concerns that still hold."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from incidents.care.checking import day
from incidents.care.schema import Concern, Row
from incidents.record_vocabulary import Technique

# One line of the console.
LINE = 160


def advice(rows: Iterable[Row]) -> tuple[str, ...]:
    """Each row as one phrase."""
    return tuple(one_advice(row) for row in rows)


def one_advice(row: Row) -> str:
    """The technique, and what was said of it."""
    words = [str(Technique(row["technique"]).label)] if row["technique"] in Technique.values else []
    return ": ".join([*words, row["text"]] if row["text"] else words)


def line(phrases: Sequence[str], longest: int = LINE) -> str:
    """As many as fit in one line, and how many more there are; the first is always said whole."""
    for count in range(len(phrases), 0, -1):
        said = joined(phrases[:count], len(phrases) - count)
        if len(said) <= longest or count == 1:
            return said
    return ""


def joined(phrases: Sequence[str], more: int) -> str:
    """Phrases one after the other, and that there are more."""
    text = "; ".join(phrases)
    return _("%(text)s; and %(more)s more") % {"text": text, "more": more} if more else text


def holds(row: Row, today: date) -> bool:
    """Whether a safety concern still counts: each ends on its own day."""
    until = day(row["expires_on"])
    return until is not None and today < until


def concerns(rows: Iterable[Row], today: date) -> tuple[str, ...]:
    """The safety concerns that hold today, each with its day and source."""
    return tuple(one_concern(row) for row in rows if holds(row, today))


def one_concern(row: Row) -> str:
    """One safety concern in a line."""
    label = str(Concern(row["category"]).label) if row["category"] in Concern.values else ""
    words = ": ".join(filter(None, (label, row["text"])))
    since = day(row["on"])
    dated = formats.date_format(since, "j M Y") if since else ""
    return f"{words} ({', '.join(filter(None, (dated, row['source'])))})"
