"""What a call form may hold while it is typed: names and lengths, and nothing yet of what is right or wrong."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.errors import BrokenRule
from incidents.models.incident import LONGEST_SAID

# As many calls as one person can hold in mind, and some.
MOST_OPEN = 9
SUBJECTS, OFFICERS = 8, 5
SUBJECT_PARTS = {"name": 80, "description": 200, "grade": 8, "role": 10}
LENGTHS: Mapping[str, int] = {
    "place": 60,
    "place_text": 200,
    "extension": 12,
    "nature": 32,
    "nature_text": 80,
    "received_via": 24,
    "caller_role": 20,
    "caller_name": 80,
    "callback": 20,
    "language_needed": 4,
    "said": LONGEST_SAID,
    "origin": 12,
    "scheduled_for": 40,
    "cit_unavailable_reason": 24,
    "override_reason": 24,
    "override_note": 200,
    "rows": 1,
    **{f"subject-{n}-{part}": size for n in range(SUBJECTS) for part, size in SUBJECT_PARTS.items()},
}
UNIT_KEY = 36
# Answers are named as the script names its questions, and every agency's version may ask others.
ANSWER, LONGEST_ANSWER = re.compile(r"q\d\d[a-z]?"), 64


def kept(data: QueryDict) -> dict[str, Any]:
    """What a posted form holds of a draft, however long; a unit that was only preselected was not chosen by anybody."""
    found: dict[str, Any] = {name: value for name in data if _length(name) and (value := data.get(name, ""))}
    chosen = data.getlist("officers")[:OFFICERS]
    if chosen and chosen != [data.get("first", "")]:
        found["officers"] = chosen
    return _pressed(found, data)


def _pressed(found: dict[str, Any], data: QueryDict) -> dict[str, Any]:
    """What the buttons inside the form do: take a nature, ask for one more person, leave one out."""
    if "use_nature" in data:
        found["nature_text"] = data["use_nature"]
    if "more" in data:
        found["rows"] = str(min(rows(found) + 1, SUBJECTS))
    leave_out = str(data.get("remove", ""))
    if leave_out.isdecimal():
        gone = int(leave_out)
        people = [one for number, one in enumerate(subjects(found)) if number != gone]
        found = {name: value for name, value in found.items() if not name.startswith("subject-")}
        found["rows"] = str(max(len(people), 1))
        found |= {f"subject-{n}-{part}": v for n, one in enumerate(people) for part, v in one.items() if v}
    return found


def bounded(typed: Mapping[str, Any]) -> dict[str, Any]:
    """The same, or a refusal: nothing is cut in silence."""
    units = typed.get("officers", [])
    known = {name: value for name, value in typed.items() if _length(name) and isinstance(value, str)}
    wrong = typed.keys() - known.keys() - {"officers"}
    long = {name: _too_long(name) for name, value in known.items() if len(value) > _length(name)}
    if wrong or not _are_units(units):
        raise BrokenRule(_("A draft holds the fields of the call form and nothing else."))
    if long:
        raise BrokenRule(_("A text is longer than it may be. Shorten it; nothing was cut."), fields=long)
    return {**known, "officers": list(units)} if units else known


def rows(typed: Mapping[str, Any]) -> int:
    """How many people the form asks for: as many as were wanted, and never fewer than were typed."""
    asked = str(typed.get("rows", ""))
    wanted = int(asked) if asked.isdecimal() else 1
    filled = [int(name.split("-")[1]) + 1 for name in typed if name.startswith("subject-") and typed[name]]
    return min(max([1, wanted, *filled]), SUBJECTS)


def subjects(typed: Mapping[str, Any]) -> list[dict[str, str]]:
    """The people of the form, one for each of its rows, empty ones too."""
    return [
        {part: str(typed.get(f"subject-{number}-{part}", "")) for part in SUBJECT_PARTS}
        for number in range(rows(typed))
    ]


def _length(name: str) -> int:
    return LENGTHS.get(name) or (LONGEST_ANSWER if ANSWER.fullmatch(name) else 0)


def _too_long(name: str) -> object:
    return _("At most %(number)s characters.") % {"number": _length(name)}


def _are_units(value: object) -> bool:
    if not isinstance(value, list) or len(value) > OFFICERS:
        return False
    return all(isinstance(each, str) and len(each) <= UNIT_KEY for each in value)
