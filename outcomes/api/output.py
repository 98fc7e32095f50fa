"""What the API tells of a report, named here one by one."""

from typing import Any

from outcomes.counts import Bucket
from outcomes.definitions import LEFT_OUT
from outcomes.figures import Figure
from outcomes.overrides import Overrides, Row
from outcomes.reports import COLUMNS, CampusRow, Report


def report_out(report: Report) -> dict[str, Any]:
    """`value` is null where nothing was counted or too few were; `hidden` says which."""
    return {
        "since": report.period.since,
        "until": report.period.until,
        "open": report.open,
        "campus": report.campus or None,
        "encounters": report.encounters,
        "not_approved": report.not_approved,
        "figures": [_figure(figure) for figure in report.figures],
        "step": report.period.for_chart().step,
        "series": [_bucket(bucket) for bucket in report.series],
        "campuses": [_campus(row) for row in report.rows],
        "left_out": [{"label": str(label), "reason": str(reason)} for label, reason in LEFT_OUT],
        "actions": [],
    }


def overrides_out(report: Overrides) -> dict[str, Any]:
    """`overrides` of a dispatcher is null where it is too small to show."""
    return {
        "since": report.period.since,
        "until": report.period.until,
        "open": report.open,
        "sends": report.sends,
        "overrides": report.overrides,
        "share": report.share,
        "reasons": [_row(row) for row in report.reasons],
        "dispatchers": [{"name": desk.name, "sends": desk.sends, "overrides": desk.overrides} for desk in report.desks],
        "cit_required": report.cit_required,
        "without_cit": report.without_cit,
        "cit_unavailable_reasons": [_row(row) for row in report.cit_reasons],
        "actions": [],
    }


def _row(row: Row) -> dict[str, Any]:
    return {"reason": row.slug, "label": str(row.label), "number": row.number}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "key": figure.definition.key,
        "label": str(figure.definition.label),
        "unit": figure.definition.unit.value,
        "value": figure.value,
        "part": figure.part,
        "whole": figure.whole,
        "hidden": figure.hidden,
    }


def _bucket(bucket: Bucket) -> dict[str, Any]:
    return {
        "begins_on": bucket.begins_on,
        "incidents": bucket.incidents,
        "crisis": bucket.crisis,
        "response_median_s": bucket.response_median_s,
        "response_p90_s": bucket.response_p90_s,
    }


def _campus(row: CampusRow) -> dict[str, Any]:
    counts = {name: cell for (name, _heading), cell in zip(COLUMNS, row.cells, strict=True)}
    return {"code": row.code, "name": row.name, **counts}
