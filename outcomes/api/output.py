"""What the API tells of a report, named here one by one."""

from typing import Any

from outcomes.counts import Bucket
from outcomes.definitions import LEFT_OUT
from outcomes.figures import Figure
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
