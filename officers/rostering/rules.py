"""What the facts of a person must satisfy, whoever typed them: field name to a sentence."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from officers.models import Officer, User
from officers.permissions.who import WORKING
from officers.roles import License, Role
from officers.rostering.facts import DATES, TEXTS

FIRST_DAY, LAST_DAY = date(1940, 1, 1), date(2100, 12, 31)
LIMITS = {
    field.name: field.max_length or 0
    for model in (User, Officer)
    for field in model._meta.local_fields
    if field.name in TEXTS
}
NEEDED = ("name", "email", "badge", "call_sign", "license")


def problems(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that is wrong with these facts on their own; the first reason of each field."""
    found: dict[str, Any] = {}
    for check in CHECKS:
        for name, text in check(facts).items():
            found.setdefault(name, text)
    return found


def _needed(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _("This is needed.") for name in NEEDED if not facts[name]}


def _short(facts: Mapping[str, Any]) -> dict[str, Any]:
    long = {name: limit for name, limit in LIMITS.items() if len(facts[name]) > limit}
    return {name: _("At most %(limit)d characters.") % {"limit": limit} for name, limit in long.items()}


def _printable(facts: Mapping[str, Any]) -> dict[str, Any]:
    text = _("This holds characters that cannot be printed.")
    return {name: text for name in TEXTS if not facts[name].isprintable()}


def _address(facts: Mapping[str, Any]) -> dict[str, Any]:
    try:
        validate_email(facts["email"])
    except ValidationError:
        return {"email": _("This is no e-mail address.")}
    return {}


def _days(facts: Mapping[str, Any]) -> dict[str, Any]:
    text = _("The date must lie between %(first)s and %(last)s.") % {"first": FIRST_DAY, "last": LAST_DAY}
    return {name: text for name in DATES if facts[name] and not FIRST_DAY <= facts[name] <= LAST_DAY}


def _license_span(facts: Mapping[str, Any]) -> dict[str, Any]:
    begins, ends = facts["licensed_on"], facts["license_expires_on"]
    if begins and ends and ends < begins:
        return {"license_expires_on": _("The license cannot end before it begins.")}
    return {}


def _roles(facts: Mapping[str, Any]) -> dict[str, Any]:
    roles = set(facts["roles"])
    if not roles:
        return {"roles": _("Choose at least one role.")}
    if roles.isdisjoint(WORKING) and Role.SUPERVISOR not in roles:
        return {"roles": _("Nobody is on the roster without a role on duty: officer, dispatcher or supervisor.")}
    if Role.POLICE_OFFICER in roles and facts["license"] != License.PEACE_OFFICER:
        return {"license": _("A police officer needs a peace officer’s license.")}
    return {}


CHECKS: tuple[Callable[[Mapping[str, Any]], dict[str, Any]], ...] = (
    _needed,
    _short,
    _printable,
    _address,
    _days,
    _license_span,
    _roles,
)
