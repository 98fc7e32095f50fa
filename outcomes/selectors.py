"""The figures, counted by the database in a statement or two; only the actor's own agency is ever counted."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Min

from core import clock
from core.actors import Actor
from core.permissions import require
from incidents.models import Incident
from incidents.record_vocabulary import ENFORCEMENT
from incidents.vocabulary import Nature
from officers.models import Agency, Campus
from outcomes.counts import Bucket, Counts
from outcomes.period import Period
from referrals.vocabulary import HELPED
from referrals.workflow import ENDED

NOT_CRISIS = (Nature.MEDICAL, Nature.FOLLOW_UP)
_SQL = Path(__file__).with_name("sql")
_FIGURES = (_SQL / "figures.sql").read_text()
_SERIES = (_SQL / "series.sql").read_text()


def today(actor: Actor) -> tuple[date, str]:
    """The day on the agency's wall, and its time zone."""
    zone = Agency.objects.values_list("time_zone", flat=True).get(pk=actor.agency_id)
    return clock.now().astimezone(ZoneInfo(zone)).date(), zone


def earliest(actor: Actor, zone: str) -> date | None:
    """The day of the first incident."""
    require(actor, "outcomes.read")
    first = Incident.objects.filter(agency=actor.agency_id).aggregate(at=Min("received_at"))["at"]
    return first.astimezone(ZoneInfo(zone)).date() if first else None


def campuses(actor: Actor) -> dict[str, str]:
    """Code and name of every campus."""
    require(actor, "outcomes.read")
    rows = Campus.objects.filter(agency=actor.agency_id).order_by("name")
    return dict(rows.values_list("code", "name"))


def counts(actor: Actor, period: Period) -> tuple[Counts, dict[str, Counts]]:
    """The whole agency, and each campus by its code; a campus without an incident counts nothing."""
    require(actor, "outcomes.read")
    names = [field.name for field in fields(Counts)]
    rows = {row["campus_id"]: Counts(**{name: row[name] for name in names}) for row in _ask(_FIGURES, actor, period)}
    codes = Campus.objects.filter(agency=actor.agency_id).order_by("name").values_list("pk", "code")
    return rows[None], {code: rows.get(pk, Counts()) for pk, code in codes}


def series(actor: Actor, period: Period) -> list[Bucket]:
    """Every month or year of the period, empty ones too."""
    require(actor, "outcomes.read")
    found = {row["bucket"]: row for row in _ask(_SERIES, actor, period)}
    names = [field.name for field in fields(Bucket) if field.name != "begins_on"]
    return [
        Bucket(day, **{name: found[day][name] for name in names}) if day in found else Bucket(day)
        for day in period.buckets()
    ]


def _ask(statement: str, actor: Actor, period: Period) -> list[dict[str, Any]]:
    values: dict[str, Any] = {
        "agency": actor.agency_id,
        "begins_at": period.begins_at,
        "ends_at": period.ends_at,
        "step": period.step,
        "zone": period.zone,
        "not_crisis": [str(nature) for nature in NOT_CRISIS],
        "enforcement": sorted(str(outcome) for outcome in ENFORCEMENT),
        "ended": list(ENDED),
        "helped": sorted(str(ending) for ending in HELPED),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
