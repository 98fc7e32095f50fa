"""Text that people read again: no character in it that a screen cannot show."""

import unicodedata

from django.utils.translation import gettext as _

from core.errors import BrokenRule

# A new line, a line feed before it, and what keeps columns apart.
LAYOUT = "\n\r\t"
# These turn the order of letters around, so that a reader sees another text than the one that is kept.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def first_hidden(text: str) -> tuple[int, str] | None:
    """The first character that cannot be read, with its line; None when all can."""
    line = 1
    for letter in text:
        if letter == "\n":
            line += 1
        elif letter in TURNING or (letter not in LAYOUT and unicodedata.category(letter) == "Cc"):
            return line, f"U+{ord(letter):04X}"
    return None


def readable(text: str, field: str) -> str:
    """The text, or a refusal that says where it cannot be read; whoever typed it keeps it."""
    found = first_hidden(text)
    if found is not None:
        where = {"line": found[0], "code": found[1]}
        words = _("Line %(line)s holds a character that cannot be shown (%(code)s). Remove it and save again.") % where
        raise BrokenRule(words, fields={field: words})
    if not text.strip():
        words = _("Write something first.")
        raise BrokenRule(words, fields={field: words})
    return text
