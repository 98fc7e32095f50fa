"""A script's content as somebody typed it: JSON, read strictly, with the place of the first mistake."""

import json
from typing import Any

from django.utils.translation import gettext as _


class Unreadable(ValueError):
    """The text is no JSON that this program reads; the message says where."""


def parse(text: str) -> Any:
    """The content; names that stand twice and numbers that are none are refused."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refused)
    except json.JSONDecodeError as error:
        words = _("This is no valid JSON: line %(line)s, column %(column)s.")
        raise Unreadable(words % {"line": error.lineno, "column": error.colno}) from error
    except RecursionError as error:
        raise Unreadable(_("This is nested too deeply.")) from error


def pretty(content: Any) -> str:
    """The content for people to read and change."""
    return json.dumps(content, indent=2, ensure_ascii=False)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable(_("The name “%(name)s” stands twice in one object.") % {"name": _twice(pairs)[:40]})
    return found


def _twice(pairs: list[tuple[str, Any]]) -> str:
    names = [name for name, _value in pairs]
    return next(name for name in names if names.count(name) > 1)


def _refused(name: str) -> Any:
    raise Unreadable(_("“%(name)s” is no value that can be used here.") % {"name": name})
