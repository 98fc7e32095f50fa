"""How the coverage pages draw a week, a gap and a rule: everything is text before a template sees it."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from officers.covering import words
from officers.covering.finding import Found
from officers.covering.gaps import Gap
from officers.covering.grid import HOURS, Cell, Report, Week
from officers.covering.times import DAY
from officers.forms.coverage import DAYS, MINUTE
from officers.models import CoverageRule
from officers.planning.spans import HOUR, Span
from officers.selectors import minimums


def week(found: Week, today: date, *, finds: bool) -> dict[str, Any]:
    """One week: the grids, the gaps in words, and the ways to other weeks."""
    sunday = found.monday + 6 * DAY
    return {
        "week": found,
        "hours": [f"{hour:02d}" for hour in HOURS],
        "grids": [_grid(report, found.zone) for report in found.reports],
        "gaps": [gap(each, found.zone, finds=finds) for each in found.gaps],
        "impossible": [words.impossible(report) for report in found.unmeetable],
        "span": _("%(first)s to %(last)s") % {"first": _day(found.monday), "last": _day(sunday)},
        "number": found.monday.isocalendar().week,
        "tabs": _tabs(found.monday, today),
        "before": _address(found.monday - 7 * DAY),
        "after": _address(found.monday + 7 * DAY),
    }


def gap(found: Gap, zone: ZoneInfo, *, finds: bool) -> dict[str, str]:
    """A gap in words, with the page that finds who can close it."""
    address = cover_address(found.rule.key, found.span, zone) if finds else ""
    return {
        "when": words.when(found.starts_at, found.ends_at, zone),
        "place": words.place(found.rule),
        "lacks": words.lacks(found),
        "rule": found.rule.name,
        "url": address,
        "starts_at": found.starts_at.isoformat(),
    }


def cover_address(key: object, span: Span, zone: ZoneInfo) -> str:
    """The page that finds cover for at most a day of a span."""
    wall = minutes(Span(span.starts_at, min(span.ends_at, span.starts_at + 24 * HOUR)), zone)
    return f"{reverse('coverage_cover', args=[key])}?{urlencode(wall)}"


def minutes(span: Span, zone: ZoneInfo) -> dict[str, str]:
    """A span as its form and its address write it."""
    return {name: getattr(span, name).astimezone(zone).strftime(MINUTE) for name in ("starts_at", "ends_at")}


def rule(found: CoverageRule) -> dict[str, Any]:
    """A rule in a list."""
    asked = minimums.minimum_of(found)
    return {
        "row": found,
        "asks": words.asks(asked),
        "place": words.place(asked),
        "hours": _hours(found),
        "url": reverse("minimum", args=[found.pk]),
    }


def cover(found: Found, zone: ZoneInfo) -> dict[str, Any]:
    """Who can, and how many cannot for which reason."""
    return {
        "when": words.when(found.span.starts_at, found.span.ends_at, zone),
        "day": formats.date_format(found.span.starts_at.astimezone(zone), "j M Y"),
        "place": words.place(found.rule),
        "asks": words.asks(found.rule),
        "free": found.free,
        "counts": [{"reason": reason.label, "number": number} for reason, number in found.counts],
        "passed_over": found.passed_over,
        "chosen": minutes(found.span, zone),
    }


def _grid(report: Report, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "name": report.rule.name,
        "place": words.place(report.rule),
        "asks": words.asks(report.rule),
        "share": report.rule.share,
        "open": sum(not cell.ok for row in report.days for cell in row),
        "rows": [{"day": _day(row[0].day), "cells": [_cell(cell, zone) for cell in row]} for row in report.days],
    }


def _cell(cell: Cell, zone: ZoneInfo) -> dict[str, str]:
    """The number, how it is drawn, and what a part of an hour says."""
    if not cell.exists:
        return {"text": "×", "tone": "gone", "words": words.hour(cell, zone)}
    if not cell.asked:
        return {"text": "·", "tone": "idle", "words": ""}
    if cell.ok and not cell.of and not cell.need:
        return {"text": "–", "tone": "idle", "words": ""}
    if cell.ok:
        return {"text": str(cell.have), "tone": "", "words": ""}
    tone = "part" if cell.partial else "gap"
    return {"text": f"{cell.have}*" if cell.partial else str(cell.have), "tone": tone, "words": words.hour(cell, zone)}


def _hours(found: CoverageRule) -> str:
    days = _("Every day") if len(found.weekdays) == len(DAYS) else ", ".join(str(DAYS[n][1]) for n in found.weekdays)
    if found.starts == found.ends:
        return _("%(days)s, the whole day from %(starts)s") % {"days": days, "starts": f"{found.starts:%H:%M}"}
    return f"{days} {found.starts:%H:%M}–{found.ends:%H:%M}"


def _tabs(monday: date, today: date) -> list[dict[str, Any]]:
    current = today - today.weekday() * DAY
    weeks = ((_("This week"), current), (_("Next week"), current + 7 * DAY))
    return [{"label": label, "url": _address(first), "current": first == monday} for label, first in weeks]


def _address(monday: date) -> str:
    year, number, _weekday = monday.isocalendar()
    return f"{reverse('coverage')}?week={year}-W{number:02d}"


def _day(day: date) -> str:
    return str(formats.date_format(day, "D j M"))
