"""What is known of a person of the roster, in the words of the services, and how it is written down."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypedDict

from officers.models import Campus, Officer, User


class Facts(TypedDict, total=False):
    """Everything about a person of the roster but where they are at home."""

    name: str
    email: str
    roles: list[str]
    badge: str
    call_sign: str
    pid: str
    license: str
    license_number: str
    licensed_on: date | None
    license_expires_on: date | None
    hired_on: date | None
    appointed_on: date | None
    placed_on: date | None
    languages: list[str]
    skills: list[str]
    supervisor: User | None


class Changes(Facts, total=False):
    """What may be changed; what is left out stays."""

    home_campus: Campus


OF_USER = ("name", "email")
LISTS = ("roles", "languages", "skills")
TEXTS = ("name", "email", "badge", "call_sign", "pid", "license", "license_number")
DATES = ("licensed_on", "license_expires_on", "hired_on", "appointed_on", "placed_on")
NAMED = tuple(Changes.__annotations__)
# What somebody has of whom nothing more is said.
EMPTY: dict[str, Any] = {
    "pid": "",
    "license_number": "",
    "licensed_on": None,
    "license_expires_on": None,
    "hired_on": None,
    "appointed_on": None,
    "placed_on": None,
    "languages": [],
    "skills": [],
    "supervisor": None,
}


def normal(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The same facts as they are stored: no outer spaces, one case for addresses and call signs, lists in order."""
    clean = dict(facts)
    for name in TEXTS:
        if name in clean:
            clean[name] = str(clean[name]).strip()
    if "email" in clean:
        clean["email"] = clean["email"].lower()
    if "call_sign" in clean:
        clean["call_sign"] = clean["call_sign"].upper()
    for name in LISTS:
        if name in clean:
            clean[name] = sorted(set(clean[name]))
    return clean


def present(officer: Officer, roles: Iterable[str]) -> dict[str, Any]:
    """What is known of this person now."""
    user = officer.user
    known = {name: getattr(user if name in OF_USER else officer, name) for name in NAMED if name != "roles"}
    return known | {"roles": list(roles)}


def changed(before: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What is different from what is known; the order of a list says nothing."""
    return {name: value for name, value in wanted.items() if _key(name, value) != _key(name, before[name])}


def _key(name: str, value: Any) -> Any:
    return sorted(value) if name in LISTS else value
