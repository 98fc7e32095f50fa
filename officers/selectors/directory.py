"""Who has what on the roster, as `officers.rostering.directory` asks it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Lower

from officers.models import Officer, User
from officers.rostering.directory import Directory, Known, of


def near(agency_id: UUID, facts: Mapping[str, Any]) -> Directory:
    """The few people who have something of these facts."""
    names = [name for name in ("badge", "pid", "call_sign") if facts.get(name)]
    mine = Q(pk__in=[])
    for name in names:
        mine |= Q(**{name: facts[name]})
    return of(agency_id, [*_roster(agency_id, mine), *_addressed([facts.get("email", "")])])


def whole(agency_id: UUID, addresses: Iterable[str]) -> Directory:
    """Everybody who is or was on the roster, and whoever has one of these addresses."""
    return of(agency_id, [*_addressed(addresses), *_roster(agency_id, Q())])


def _roster(agency_id: UUID, which: Q) -> list[Known]:
    rows = Officer.objects.filter(which, agency_id=agency_id).select_related("user")
    return [_known(row.user, row) for row in rows]


def _addressed(addresses: Iterable[str]) -> list[Known]:
    wanted = [address.lower() for address in addresses if address]
    people = User.objects.annotate(lower=Lower("email")).filter(lower__in=wanted)
    return [_known(user, next(iter(user.officer_rows.all()), None)) for user in people.prefetch_related("officer_rows")]


def _known(user: User, officer: Officer | None) -> Known:
    person = Known(user_id=user.pk, agency_id=user.agency_id, email=user.email.lower(), log_in=user.is_active)
    if officer is None:
        return person
    return replace(
        person,
        officer_id=officer.pk,
        badge=officer.badge,
        pid=officer.pid,
        call_sign=officer.call_sign,
        active=officer.active,
        separated_on=officer.separated_on,
    )
