"""May this actor do this, and which rows exist for them? Declared by the apps as data, asked here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import Forbidden, NotFound, Undeclared

M = TypeVar("M", bound=Model)
Relation = Callable[[Actor, Any], bool]
Scope = Callable[[Actor], Q]


@dataclass(frozen=True, slots=True)
class Grant:
    """These roles may, provided that they stand in this relation to the record."""

    roles: frozenset[str]
    relation: Relation | None = None

    def covers(self, actor: Actor, record: object | None) -> bool:
        """Whether this grant answers yes; a record of another agency is never covered."""
        if actor.roles.isdisjoint(self.roles):
            return False
        if record is not None and getattr(record, "agency_id", actor.agency_id) != actor.agency_id:
            return False
        return self.relation is None or (record is not None and self.relation(actor, record))


RULES: dict[str, tuple[Grant, ...]] = {}
SCOPES: dict[type[Model], Scope] = {}


def declare(rules: Mapping[str, tuple[Grant, ...]], scopes: Mapping[type[Model], Scope]) -> None:
    """Add an app's tables; the same code declared twice is a mistake."""
    twice = RULES.keys() & rules.keys()
    if twice:
        raise Undeclared(f"declared twice: {sorted(twice)}")
    RULES.update(rules)
    SCOPES.update(scopes)


def may(actor: Actor, code: str, record: object | None = None) -> bool:
    """Whether the actor may do `code`, to this record when there is one."""
    if code not in RULES:
        raise Undeclared(f"no rule for {code}")
    return any(grant.covers(actor, record) for grant in RULES[code])


def require(actor: Actor, code: str, record: object | None = None) -> None:
    """Refuse with Forbidden unless the actor may."""
    if not may(actor, code, record):
        raise Forbidden(_("Your roles do not allow this (%(code)s).") % {"code": code})


def visible(rows: QuerySet[M], actor: Actor) -> QuerySet[M]:
    """The rows that exist for this actor; a model without a scope is an error."""
    scope = SCOPES.get(rows.model)
    if scope is None:
        raise Undeclared(f"no scope for {rows.model._meta.label}")
    return rows.filter(scope(actor), agency_id=actor.agency_id)


def fetch_for(rows: QuerySet[M], actor: Actor, pk: object, code: str) -> M:
    """One visible row that the actor may do `code` to: NotFound before Forbidden, and both before any input is read."""
    found = fetch(rows, actor, pk)
    require(actor, code, found)
    return found


def fetch(rows: QuerySet[M], actor: Actor, pk: object) -> M:
    """One visible row by key, or NotFound."""
    found = visible(rows, actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(_("There is no such record."))
    return found
