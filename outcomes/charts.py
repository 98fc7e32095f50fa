"""The geometry of the charts; templates write it as SVG, style sheets colour it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.templatetags.ui import duration
from outcomes.counts import Bucket

WIDTH, HEIGHT = 640.0, 220.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 8.0, 24.0, 28.0
BAR_SHARE = 0.72
MOST_LABELS = 12
# The number stands over its point; of two points closer than a line of text the lower one's stands under it.
ABOVE, BELOW, CLOSE = -8, 18, 16.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year; positions are text, so that no language writes them with a comma."""

    label: str
    axis: str
    mid: str
    x: str
    width: str
    crisis_y: str
    crisis_height: str
    other_y: str
    other_height: str
    number_y: str
    bucket: Bucket


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of a line."""

    x: str
    y: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """Points in order, and the stretches between neighbors that both have a value; `dy` puts the last number."""

    name: str
    css: str
    marks: list[Mark]
    stretches: list[str]
    dy: int = ABOVE


@dataclass(frozen=True, slots=True)
class Bars:
    """Incidents by month or year."""

    title: str
    bars: list[Bar]


@dataclass(frozen=True, slots=True)
class Lines:
    """Response times by month or year."""

    title: str
    lines: list[Line]
    axis: list[Bar]


def incidents(buckets: Sequence[Bucket], step: str) -> Bars:
    """Crisis incidents under all others."""
    most = max(buckets, key=lambda bucket: bucket.crisis)
    title = _("No crisis incidents in this time")
    if most.crisis:
        named = {"n": most.crisis, "month": _name(most, step)}
        title = _("Most crisis incidents came in %(month)s: %(n)d") % named
    return Bars(title, _bars(buckets, step))


def responses(buckets: Sequence[Bucket], step: str) -> Lines:
    """Half and nine in ten of the responses."""
    timed = [bucket for bucket in buckets if bucket.response_median_s is not None]
    title = _("No response times in this time")
    if timed:
        named = {"time": duration(timed[-1].response_median_s), "month": _name(timed[-1], step)}
        title = _("In %(month)s half of the responses took no longer than %(time)s") % named
    highest = max((bucket.response_p90_s or 0.0 for bucket in buckets), default=0.0) or 1.0
    half = _line(_("half"), "k1", [bucket.response_median_s for bucket in buckets], buckets, step, highest)
    nine = _line(_("nine in ten"), "k4", [bucket.response_p90_s for bucket in buckets], buckets, step, highest)
    return Lines(title, [_apart(half, nine), nine], _bars(buckets, step))


def _apart(lower: Line, upper: Line) -> Line:
    """The lower line with its number under its last point when the two would cover one another."""
    if not lower.marks or not upper.marks or float(lower.marks[-1].y) - float(upper.marks[-1].y) > CLOSE:
        return lower
    return replace(lower, dy=BELOW)


def _bars(buckets: Sequence[Bucket], step: str) -> list[Bar]:
    highest = max(bucket.incidents for bucket in buckets) or 1
    slot = (WIDTH - LEFT - RIGHT) / len(buckets)
    every = -(-len(buckets) // MOST_LABELS)
    return [
        _bar(bucket, step, x=LEFT + place * slot, slot=slot, highest=highest, labelled=place % every == 0)
        for place, bucket in enumerate(buckets)
    ]


def _bar(bucket: Bucket, step: str, *, x: float, slot: float, highest: int, labelled: bool) -> Bar:
    base, room = HEIGHT - BOTTOM, HEIGHT - TOP - BOTTOM
    crisis = bucket.crisis / highest * room
    other = (bucket.incidents - bucket.crisis) / highest * room
    return Bar(
        label=_name(bucket, step),
        axis=_short(bucket, step) if labelled else "",
        mid=_text(x + slot / 2),
        x=_text(x + slot * (1 - BAR_SHARE) / 2),
        width=_text(slot * BAR_SHARE),
        crisis_y=_text(base - crisis),
        crisis_height=_text(crisis),
        other_y=_text(base - crisis - other),
        other_height=_text(other),
        number_y=_text(base - crisis - other - 6),
        bucket=bucket,
    )


def _line(
    name: str, css: str, values: Sequence[float | None], buckets: Sequence[Bucket], step: str, highest: float
) -> Line:
    slot = (WIDTH - LEFT - RIGHT) / len(buckets)
    marks: list[Mark | None] = []
    for place, (bucket, value) in enumerate(zip(buckets, values, strict=True)):
        x = LEFT + (place + 0.5) * slot
        y = HEIGHT - BOTTOM - (value or 0.0) / highest * (HEIGHT - TOP - BOTTOM)
        marks.append(Mark(_text(x), _text(y), _name(bucket, step), duration(value)) if value is not None else None)
    stretches = [f"{a.x},{a.y} {b.x},{b.y}" for a, b in pairwise(marks) if a and b]
    return Line(name, css, [mark for mark in marks if mark], stretches)


def _name(bucket: Bucket, step: str) -> str:
    return date_format(bucket.begins_on, "YEAR_MONTH_FORMAT" if step == "month" else "Y")


def _short(bucket: Bucket, step: str) -> str:
    return date_format(bucket.begins_on, "M" if step == "month" else "Y")


def _text(number: float) -> str:
    return f"{number:.1f}"
