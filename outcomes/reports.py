"""One report: what the page and the API both tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from outcomes import figures, selectors
from outcomes.counts import Bucket, Counts
from outcomes.figures import Figure
from outcomes.period import Period, Preset, presets

# (name of Counts, heading) of the table of campuses.
COLUMNS = (
    ("incidents", _("Incidents")),
    ("encounters", _("Encounters")),
    ("detained", _("Emergency detentions")),
    ("diverted", _("Diverted from arrest")),
    ("referrals_sent", _("Referrals sent")),
)


@dataclass(frozen=True, slots=True)
class CampusRow:
    """One campus; None stands for a number too small to show."""

    code: str
    name: str
    cells: list[int | None]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything shown. A report of one campus holds no series: its months would be too small."""

    period: Period
    open: bool
    campus: str
    campuses: dict[str, str]
    figures: list[Figure]
    encounters: int | None
    not_approved: int | None
    series: list[Bucket]
    rows: list[CampusRow]
    presets: list[Preset]

    @property
    def columns(self) -> list[str | Promise]:
        """The headings of the table of campuses."""
        return [heading for _name, heading in COLUMNS]


def report(actor: Actor, asked: Mapping[str, Any]) -> Report:
    """The report that was asked for; without dates it is the month so far."""
    campuses = selectors.campuses(actor)
    code = asked["campus"]
    if code and code not in campuses:
        raise NotFound(_("There is no such campus."))
    today, zone = selectors.today(actor)
    until: date = asked["until"] or max(today, asked["since"] or today)
    period = Period(asked["since"] or until.replace(day=1), until, zone)
    whole, split = selectors.counts(actor, period)
    shown = figures.by_campus
    return Report(
        period=period,
        open=until >= today,
        campus=code,
        campuses=campuses,
        figures=figures.of_campus(code, split) if code else figures.of_all(whole),
        encounters=shown(split, "encounters")[code] if code else whole.encounters,
        not_approved=shown(split, "not_approved")[code] if code else whole.not_approved,
        series=[] if code else selectors.series(actor, period.for_chart()),
        rows=[] if code else _rows(campuses, split),
        presets=presets(today, selectors.earliest(actor, zone)),
    )


def _rows(campuses: Mapping[str, str], split: Mapping[str, Counts]) -> list[CampusRow]:
    columns = [figures.by_campus(split, name) for name, _heading in COLUMNS]
    return [CampusRow(code, name, [column[code] for column in columns]) for code, name in campuses.items()]
