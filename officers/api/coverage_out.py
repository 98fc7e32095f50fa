"""What the API says about coverage."""

from typing import Any

from core.actors import Actor
from core.permissions import may
from officers.covering import words
from officers.covering.facts import Minimum
from officers.covering.finding import Found, Option
from officers.covering.gaps import Gap
from officers.covering.grid import Cell, Report, Week
from officers.models import CampusGroup, CoverageRule, RosterPolicy
from officers.selectors.coverage import Now

LIMITS = ("max_week_hours", "overtime_from_hours", "min_rest_hours", "max_shift_hours", "warn_hours")


def week_out(found: Week) -> dict[str, Any]:
    """A week: every rule with its grid, and its gaps in words."""
    return {
        "monday": found.monday,
        "time_zone": str(found.zone),
        "planned": found.planned,
        "rules": [_report(report) for report in found.reports],
        "gaps": [_gap(gap, found) for gap in found.gaps],
    }


def now_out(found: Now) -> dict[str, Any]:
    """How it stands now, and what comes."""
    standings = [
        {"rule": str(each.rule.key), "have": each.have, "need": each.need, "of": each.of, "ok": each.ok}
        for each in found.standings
    ]
    return {"at": found.at, "rules": standings, "gaps": [_gap(gap, found) for gap in found.gaps]}


def found_out(found: Found) -> dict[str, Any]:
    """Who can close a gap, in order, and who cannot and why."""
    return {
        "rule": str(found.rule.key),
        "starts_at": found.span.starts_at,
        "ends_at": found.span.ends_at,
        "free": [_option(option) for option in found.free],
        "passed_over": [{**_option(each), "reason": each.reason, "words": each.why} for each in found.passed_over],
    }


def rule_out(rule: CoverageRule, actor: Actor) -> dict[str, Any]:
    """One rule as it was set."""
    actions = (["change", "stop"] if rule.active else ["change", "resume"]) if may(actor, "coverage.set", rule) else []
    names = ("id", "name", "kind", "number", "cit", "position", "weekdays", "starts", "ends", "active", "version")
    return {name: getattr(rule, name) for name in names} | {"group": rule.group_id, "actions": actions}


def group_out(group: CampusGroup, actor: Actor) -> dict[str, Any]:
    """One group with its campuses."""
    actions = ["change"] if may(actor, "coverage.set", group) else []
    campuses = [member.campus_id for member in group.members.all()]
    return {"id": group.pk, "name": group.name, "campuses": campuses, "version": group.version, "actions": actions}


def limits_out(policy: RosterPolicy, actor: Actor) -> dict[str, Any]:
    """The limits of work."""
    actions = ["set"] if may(actor, "coverage.set") else []
    return {name: getattr(policy, name) for name in (*LIMITS, "version")} | {"actions": actions}


def _report(report: Report) -> dict[str, Any]:
    return {
        **_rule(report.rule),
        "able": report.able,
        "unmeetable": words.impossible(report) if report.unmeetable else "",
        "days": [[_cell(cell) for cell in row] for row in report.days],
    }


def _rule(rule: Minimum) -> dict[str, Any]:
    return {"rule": str(rule.key), "name": rule.name, "place": words.place(rule), "asks": words.asks(rule)}


def _cell(cell: Cell) -> dict[str, Any]:
    if not cell.asked:
        return {"asked": False, "exists": cell.exists}
    numbers = {"have": cell.have, "need": cell.need, "of": cell.of}
    return {"asked": True, **numbers, "ok": cell.ok, "partial": cell.partial}


def _gap(gap: Gap, found: Week | Now) -> dict[str, Any]:
    return {
        "rule": str(gap.rule.key),
        "starts_at": gap.starts_at,
        "ends_at": gap.ends_at,
        "have": gap.have,
        "need": gap.need,
        "words": words.gap(gap, found.zone),
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "officer": str(option.person.key),
        "call_sign": option.person.call_sign,
        "week_hours": option.hours,
        "home_campus_in_group": option.near,
        "overtime": option.overtime,
    }
