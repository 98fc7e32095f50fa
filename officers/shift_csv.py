"""Shifts as a CSV file: `badge, date, starts, ends, position, campus, template`.

`badge` and `date` are required. Hours come from `template` (its name) or from `starts` and `ends` (24-hour, on the
agency's clock; an end not after the start is on the next day). `position` is patrol, security or dispatch and may be
left out with a template; `campus` is a code, empty means the home campus. An export is a file that can be imported.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.csv_in import BadCell, safe_cell
from officers.models import Campus, Officer, Shift, ShiftTemplate
from officers.planning.local import span_on
from officers.planning.spans import Span
from officers.vocabulary import Position

REQUIRED = ("badge", "date")
OPTIONAL = ("starts", "ends", "position", "campus", "template")
COLUMNS = (*REQUIRED, *OPTIONAL)
DATE = forms.DateField(input_formats=["%Y-%m-%d", "%m/%d/%Y"])
TIME = forms.TimeField(input_formats=["%H:%M", "%H:%M:%S", "%I:%M %p"])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one row asks for."""

    officer: Officer
    span: Span
    position: str
    campus: Campus | None
    template: ShiftTemplate | None


@dataclass(frozen=True, slots=True)
class Known:
    """What rows may name."""

    officers: Mapping[str, Officer]
    templates: Mapping[str, ShiftTemplate]
    campuses: Mapping[str, Campus]
    zone: ZoneInfo

    def understand(self, cells: Mapping[str, str]) -> Wanted:
        """One row, or BadCell with the column that is wrong."""
        template = self._template(cells.get("template", ""))
        starts, ends = self._hours(cells, template)
        return Wanted(
            officer=self._officer(cells["badge"]),
            span=span_on(_day(cells["date"]), starts, ends, self.zone),
            position=_position(cells.get("position", ""), template),
            campus=self._campus(cells.get("campus", "")),
            template=template,
        )

    def _officer(self, badge: str) -> Officer:
        found = self.officers.get(badge.casefold())
        if found is None:
            raise BadCell("badge", _("Nobody on the roster has the badge “%(badge)s”.") % {"badge": badge})
        return found

    def _template(self, name: str) -> ShiftTemplate | None:
        found = self.templates.get(name.casefold())
        if name and found is None:
            raise BadCell("template", _("There is no template “%(name)s”.") % {"name": name})
        return found

    def _campus(self, code: str) -> Campus | None:
        found = self.campuses.get(code.casefold())
        if code and found is None:
            raise BadCell("campus", _("There is no campus with the code “%(code)s”.") % {"code": code})
        return found

    def _hours(self, cells: Mapping[str, str], template: ShiftTemplate | None) -> tuple[time, time]:
        starts, ends = cells.get("starts", ""), cells.get("ends", "")
        if template is not None and not starts and not ends:
            return template.starts, template.ends
        return _time("starts", starts), _time("ends", ends)


def written(shifts: Iterable[Shift], zone: ZoneInfo) -> str:
    """The file for these shifts."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for shift in shifts:
        writer.writerow([safe_cell(cell) for cell in _cells(shift, zone)])
    return out.getvalue()


def _cells(shift: Shift, zone: ZoneInfo) -> tuple[str, ...]:
    starts, ends = shift.starts_at.astimezone(zone), shift.ends_at.astimezone(zone)
    return (
        shift.officer.badge,
        f"{starts:%Y-%m-%d}",
        f"{starts:%H:%M}",
        f"{ends:%H:%M}",
        shift.position,
        shift.campus.code if shift.campus else "",
        shift.template.name if shift.template else "",
    )


def _day(text: str) -> date:
    try:
        found: date = DATE.clean(text)
    except ValidationError as error:
        words = _("“%(text)s” is no date. Write 2026-11-25 or 11/25/2026.") % {"text": text}
        raise BadCell("date", words) from error
    return found


def _time(column: str, text: str) -> time:
    try:
        found: time = TIME.clean(text.upper())
    except ValidationError as error:
        words = _("“%(text)s” is no time. Write 07:00 or 3:30 PM.") % {"text": text}
        raise BadCell(column, words) from error
    return found


def _position(text: str, template: ShiftTemplate | None) -> str:
    if not text and template is not None:
        return template.position
    if text.casefold() not in Position.values:
        names = ", ".join(Position.values)
        raise BadCell("position", _("“%(text)s” is none of: %(names)s.") % {"text": text, "names": names})
    return text.casefold()
