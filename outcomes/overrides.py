"""How often the desk sent another unit than the one recommended, and how often no CIT officer where one was needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, TextChoices
from django.utils.functional import Promise

from core.actors import Actor
from core.permissions import require
from incidents.models import Assignment, Incident
from incidents.vocabulary import CitUnavailable, Override
from outcomes import selectors
from outcomes.period import Period, Preset, presets
from outcomes.small_cells import hidden_cells

DISPATCHERS = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One reason and how often it was given."""

    slug: str
    label: str | Promise
    number: int


@dataclass(frozen=True, slots=True)
class Desk:
    """One dispatcher; None stands for numbers too small to show."""

    name: str
    sends: int
    overrides: int | None


@dataclass(frozen=True, slots=True)
class Overrides:
    """Everything shown. `share` is in per cent, None when nothing was sent."""

    period: Period
    open: bool
    sends: int
    overrides: int
    share: float | None
    reasons: list[Row]
    desks: list[Desk]
    cit_required: int
    without_cit: int
    cit_reasons: list[Row]
    presets: list[Preset]


def overrides(actor: Actor, asked: Mapping[str, Any]) -> Overrides:
    """The report of a period by the moment of sending; without dates it is the month so far."""
    require(actor, "overrides.read")
    today, zone = selectors.today(actor)
    until: date = asked["until"] or max(today, asked["since"] or today)
    period = Period(asked["since"] or until.replace(day=1), until, zone)
    said = _sent(actor, period)
    chosen = {slug: number for slug, number in said.items() if slug}
    needed = _needed(actor, period)
    lacking = {slug: number for slug, number in needed.items() if slug}
    sends, over = sum(said.values()), sum(chosen.values())
    return Overrides(
        period=period,
        open=until >= today,
        sends=sends,
        overrides=over,
        share=round(over * 100 / sends, 1) if sends else None,
        reasons=_rows(chosen, Override),
        desks=_desks(actor, period),
        cit_required=sum(needed.values()),
        without_cit=sum(lacking.values()),
        cit_reasons=_rows(lacking, CitUnavailable),
        presets=presets(today, selectors.earliest(actor, zone)),
    )


def _sent(actor: Actor, period: Period) -> dict[str, int]:
    """Sends by the reason why not the first; an empty reason is none."""
    rows = Assignment.objects.filter(_within(period), agency=actor.agency_id, rank__isnull=False)
    return dict(rows.values_list("override_reason").annotate(number=Count("pk")).order_by("override_reason"))


def _needed(actor: Actor, period: Period) -> dict[str, int]:
    """Incidents that somebody was sent to and that needed a CIT officer, by the reason why none was sent."""
    rows = Incident.objects.filter(_within(period), agency=actor.agency_id, cit_required=True)
    found = rows.values_list("cit_unavailable_reason").annotate(number=Count("pk"))
    return dict(found.order_by("cit_unavailable_reason"))


def _desks(actor: Actor, period: Period) -> list[Desk]:
    """Who sent how often and overrode how often; small numbers say nothing of a person and are not shown."""
    rows = Assignment.objects.filter(_within(period), agency=actor.agency_id, rank__isnull=False)
    found = rows.values("sent_by", "sent_by__name").annotate(
        sends=Count("pk"), overrides=Count("pk", filter=~Q(override_reason=""))
    )
    listed = list(found.order_by("sent_by__name")[:DISPATCHERS])
    hidden = hidden_cells({str(row["sent_by"]): row["overrides"] for row in listed})
    return [
        Desk(row["sent_by__name"], row["sends"], None if str(row["sent_by"]) in hidden else row["overrides"])
        for row in listed
    ]


def _rows(numbers: Mapping[str, int], labels: type[TextChoices]) -> list[Row]:
    found = [Row(slug, labels(slug).label, number) for slug, number in numbers.items()]
    return sorted(found, key=lambda row: (-row.number, row.slug))


def _within(period: Period) -> Q:
    return Q(dispatched_at__gte=period.begins_at, dispatched_at__lt=period.ends_at)
