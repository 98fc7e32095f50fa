"""What the agency asks to be covered: its rules, its groups of campuses and its limits of work."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from officers.covering.facts import Minimum
from officers.models import Agency, Campus, CampusGroup, CampusKind, CoverageRule, RosterPolicy

STATEMENT = Path(__file__).with_suffix(".sql").read_text()
# More rules than anybody reads; the pages and the reckoning stop here.
RULES = 60
WARN_HOURS = RosterPolicy().warn_hours


def agency_of(actor: Actor) -> Agency:
    """The actor's own agency."""
    return Agency.objects.get(pk=actor.agency_id)


def rules(actor: Actor) -> QuerySet[CoverageRule]:
    """Every rule, those that ask no longer last."""
    require(actor, "coverage.read")
    return visible(CoverageRule.objects.select_related("group"), actor).order_by("-active", "name")[:RULES]


def rule(actor: Actor, pk: UUID, code: str) -> CoverageRule:
    """One rule that the actor may do this to."""
    return fetch_for(CoverageRule.objects.select_related("group", "agency"), actor, pk, code)


def groups(actor: Actor) -> QuerySet[CampusGroup]:
    """Every group with its campuses."""
    require(actor, "coverage.read")
    return visible(CampusGroup.objects.prefetch_related("members__campus"), actor)[:RULES]


def every_group(actor: Actor) -> QuerySet[CampusGroup]:
    """The groups that a rule can be about."""
    return visible(CampusGroup.objects.all(), actor)


def group(actor: Actor, pk: UUID, code: str) -> CampusGroup:
    """One group that the actor may do this to."""
    return fetch_for(CampusGroup.objects.prefetch_related("members"), actor, pk, code)


def campuses(actor: Actor) -> QuerySet[Campus]:
    """The campuses that a group can hold."""
    return Campus.objects.filter(agency=actor.agency_id).exclude(kind=CampusKind.OTHER)


def ungrouped(actor: Actor) -> QuerySet[Campus]:
    """The campuses that no group counts."""
    return campuses(actor).exclude(groups__group__isnull=False)


def limits(actor: Actor) -> RosterPolicy:
    """The agency's limits, or those of an agency that has set none."""
    require(actor, "coverage.read")
    found = visible(RosterPolicy.objects.all(), actor).first()
    return found or RosterPolicy(agency_id=actor.agency_id)


def asked(agency_id: UUID) -> list[Minimum]:
    """The rules that ask, as coverage reckons with them."""
    return asked_live(agency_id)[0]


def asked_live(agency_id: UUID) -> tuple[list[Minimum], ZoneInfo, int]:
    """The same with the agency's clock and its hours of warning, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, [agency_id, RULES])
        rows = cursor.fetchall()
    if not rows:
        return [], ZoneInfo("UTC"), WARN_HOURS
    zone, warn = rows[0][11:]
    return [_minimum(row) for row in rows], ZoneInfo(zone), warn or WARN_HOURS


def minimum_of(found: CoverageRule) -> Minimum:
    """A fetched rule as coverage reckons with it."""
    names = ("pk", "name", "position", "number", "weekdays", "starts", "ends", "kind", "cit", "group_id")
    return _minimum([*(getattr(found, name) for name in names), str(found.group or "")])


def _minimum(row: Sequence[Any]) -> Minimum:
    key, name, position, number, weekdays, starts, ends, kind, cit, group, group_name = row[:11]
    return Minimum(
        key=key,
        name=name,
        position=position,
        number=number,
        weekdays=frozenset(weekdays),
        starts=starts,
        ends=ends,
        kind=kind,
        cit=cit,
        group=group,
        group_name=group_name,
    )
