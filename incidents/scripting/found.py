"""What is wrong with a script, and where: collected whole, so that one saving shows every mistake."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

SLUG = re.compile(r"[a-z][a-z0-9_]{0,30}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake; `where` names the question, rule or part."""

    where: str
    text: str


@dataclass
class Found:
    """The mistakes found so far."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, where: str, text: str) -> None:
        """One more."""
        self.problems.append(Problem(where, text))

    def names(self, where: str, item: Any, allowed: Iterable[str], needed: Iterable[str]) -> bool:
        """Whether it is an object with these names and no other."""
        if not isinstance(item, Mapping):
            self.add(where, _("This has to be an object with names and values."))
            return False
        for name in sorted(item.keys() - set(allowed)):
            self.add(where, _("“%(name)s” is not known here.") % {"name": name})
        missing = sorted(set(needed) - item.keys())
        for name in missing:
            self.add(where, _("“%(name)s” is missing.") % {"name": name})
        return not missing

    def items(self, where: str, value: Any, most: int, least: int = 0) -> list[Any]:
        """The list, or an empty one."""
        if not isinstance(value, list):
            self.add(where, _("This has to be a list."))
            return []
        if not least <= len(value) <= most:
            self.add(where, _("From %(least)s to %(most)s entries.") % {"least": least, "most": most})
            return value[:most]
        return value

    def texts(self, where: str, value: Any, longest: int) -> None:
        """Words in English, and in any other language of the program."""
        known = {code for code, _name in settings.LANGUAGES}
        if not self.names(where, value, known, ("en",)):
            return
        for code, text in value.items():
            if not isinstance(text, str) or not text.strip() or len(text) > longest or CONTROL.search(text):
                words = _("The text in “%(language)s” has to have 1 to %(most)s characters on one line.")
                self.add(where, words % {"language": code, "most": longest})

    def slug(self, where: str, value: Any, pattern: re.Pattern[str] = SLUG) -> bool:
        """A short name of small letters."""
        good = isinstance(value, str) and pattern.fullmatch(value) is not None
        if not good:
            self.add(where, _("“%(value)s” is no name that can be used here.") % {"value": str(value)[:40]})
        return good

    def members(self, where: str, value: Any, known: Iterable[str]) -> None:
        """A list of known names, each once."""
        names = list(known)
        found = self.items(where, value, len(names))
        for name in found:
            if not isinstance(name, str) or name not in names:
                self.add(where, _("“%(value)s” is not one of those known.") % {"value": str(name)[:40]})
        if len({str(name) for name in found}) < len(found):
            self.add(where, _("Something stands here twice."))

    def truth(self, where: str, item: Mapping[str, Any], *names: str) -> None:
        """Only true or false."""
        for name in names:
            if not isinstance(item.get(name, False), bool):
                self.add(where, _("“%(name)s” is either true or false.") % {"name": name})
