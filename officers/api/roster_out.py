"""What the API says about the roster: explicit fields, and of a person's details only what the caller may know."""

from collections.abc import Iterable
from typing import Any

from core.actors import Actor
from core.permissions import may
from officers.models import Officer, Restriction
from officers.roster_csv.plan import Plan
from officers.selectors.crisis import CrisisStatus

DETAILS = (
    "pid",
    "license_number",
    "licensed_on",
    "license_expires_on",
    "hired_on",
    "appointed_on",
    "placed_on",
    "separated_on",
)


def officer_out(officer: Officer, roles: Iterable[str], status: CrisisStatus, actor: Actor) -> dict[str, Any]:
    """One person, and what the caller may do with the row."""
    told: dict[str, Any] = {
        "id": officer.pk,
        "name": officer.user.name,
        "call_sign": officer.call_sign,
        "badge": officer.badge,
        "roles": list(roles),
        "license": officer.license,
        "home_campus": officer.home_campus_id,
        "supervisor": officer.supervisor_id,
        "languages": officer.languages,
        "skills": officer.skills,
        "active": officer.active,
        "duty": officer.duty,
        "cit": {"active": status.active, "course": status.course, "until": status.until},
        "version": officer.version,
        "actions": _actions(officer, actor),
    }
    if may(actor, "officer.read_details", officer):
        told |= {"email": officer.user.email, **{name: getattr(officer, name) for name in DETAILS}}
    return told


def listed_out(officer: Any) -> dict[str, Any]:
    """One person of the list."""
    return {
        "id": officer.pk,
        "name": officer.user.name,
        "call_sign": officer.call_sign,
        "badge": officer.badge,
        "roles": sorted({grant.role for grant in officer.user.held}),
        "home_campus": officer.home_campus_id,
        "active": officer.active,
        "duty": officer.duty,
        "cit_state": officer.state,
        "cit_until": officer.cit_until if officer.state in ("current", "due") else None,
    }


def restriction_out(restriction: Restriction) -> dict[str, Any]:
    """One restriction; whom it is about is a key and nothing else."""
    return {
        "id": restriction.pk,
        "kind": restriction.kind,
        "campus": restriction.campus_id,
        "subject_id": restriction.subject_id,
        "reason": restriction.reason,
        "from_day": restriction.from_day,
        "until": restriction.until,
        "lifted_at": restriction.lifted_at,
    }


def plan_out(plan: Plan) -> dict[str, Any]:
    """What a file would change, and every row that keeps it from being taken."""
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "unchanged": len(plan.same),
        "bad": [{"line": bad.number, "column": bad.column, "reason": bad.reason} for bad in plan.bad],
        "rows": [
            {
                "line": row.line,
                "kind": row.kind,
                "call_sign": row.unit,
                "changes": [
                    {"field": change.name, "before": change.before, "after": change.after} for change in row.differences
                ],
            }
            for row in (*plan.new, *plan.changed)
        ],
    }


def _actions(officer: Officer, actor: Actor) -> list[str]:
    names = ("update", "deactivate", "restrict") if officer.active else ("update", "reactivate")
    return [name for name in names if may(actor, f"officer.{name}", officer)]
