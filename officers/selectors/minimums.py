"""What the agency asks to be covered: its rules, its groups of campuses and its limits of work."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, QuerySet, Subquery

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from officers.covering.facts import Minimum
from officers.models import Agency, Campus, CampusGroup, CoverageRule, RosterPolicy

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
    return Campus.objects.filter(agency=actor.agency_id)


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
    return [minimum(row) for row in _asking(agency_id)]


def asked_live(agency_id: UUID) -> tuple[list[Minimum], ZoneInfo, int]:
    """The same with the agency's clock and its hours of warning, in one statement."""
    warn = RosterPolicy.objects.filter(agency=OuterRef("agency")).values("warn_hours")[:1]
    rows = list(_asking(agency_id).annotate(zone=F("agency__time_zone"), warn=Subquery(warn)))
    if not rows:
        return [], ZoneInfo("UTC"), WARN_HOURS
    return [minimum(row) for row in rows], ZoneInfo(rows[0]["zone"]), rows[0]["warn"] or WARN_HOURS


def minimum(row: dict[str, Any]) -> Minimum:
    """A rule as coverage reckons with it."""
    return Minimum(
        key=row["pk"],
        name=row["name"],
        position=row["position"],
        number=row["number"],
        weekdays=frozenset(row["weekdays"]),
        starts=row["starts"],
        ends=row["ends"],
        kind=row["kind"],
        cit=row["cit"],
        group=row["group"],
        group_name=row["group__name"] or "",
    )


def minimum_of(found: CoverageRule) -> Minimum:
    """A fetched rule as coverage reckons with it."""
    names = ("pk", "name", "position", "number", "weekdays", "starts", "ends", "kind", "cit")
    row = {name: getattr(found, name) for name in names}
    return minimum({**row, "group": found.group_id, "group__name": str(found.group or "")})


def _asking(agency_id: UUID) -> QuerySet[CoverageRule, Any]:
    return (
        CoverageRule.objects.filter(agency=agency_id, active=True)
        .order_by("name")
        .values(
            "pk",
            "name",
            "position",
            "number",
            "weekdays",
            "starts",
            "ends",
            "kind",
            "cit",
            "group",
            "group__name",
        )[:RULES]
    )
