"""Coverage in words: what a rule asks, what a gap lacks, and what one hour of the grid says."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from officers.covering.facts import Minimum
from officers.covering.gaps import Gap
from officers.covering.grid import Cell, Report
from officers.vocabulary import Position


def place(rule: Minimum) -> str:
    """Where the rule counts."""
    return rule.group_name or _("Whole agency")


def asks(rule: Minimum) -> str:
    """What the rule asks, without its hours."""
    names = {"number": rule.number, "position": Position(rule.position).label}
    if rule.share:
        return _("%(number)s %% of %(position)s certified") % names
    if rule.cit:
        return _("At least %(number)s certified, %(position)s") % names
    return _("At least %(number)s, %(position)s") % names


def lacks(gap: Gap) -> str:
    """0 of 2; at worst, when it changes inside the gap."""
    text = _("%(have)s of %(need)s") % {"have": gap.have, "need": gap.need}
    return _("%(text)s at worst") % {"text": text} if gap.varies else text


def gap(found: Gap, zone: ZoneInfo) -> str:
    """The day, the hours, the place, and how many of how many."""
    return _("%(when)s %(place)s: %(lacks)s") % {
        "when": when(found.starts_at, found.ends_at, zone),
        "place": place(found.rule),
        "lacks": lacks(found),
    }


def when(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """A span on one day, or from one day to another."""
    start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
    if start.date() == end.date():
        return f"{weekday(start)} {start:%H:%M}–{end:%H:%M}"
    return f"{weekday(start)} {start:%H:%M} – {weekday(end)} {end:%H:%M}"


def weekday(at: datetime) -> str:
    """The short name of the day."""
    return str(formats.date_format(at, "D"))


def warning(found: Gap, at: datetime, zone: ZoneInfo) -> str:
    """South: 0 of 1 CIT from 17:00."""
    names = {
        "place": found.rule.group_name or Position(found.rule.position).label,
        "lacks": lacks(found),
        "what": _who(found.rule),
        "from": found.starts_at.astimezone(zone).strftime("%H:%M"),
    }
    if found.starts_at <= at:
        return _("%(place)s: %(lacks)s %(what)s now") % names
    return _("%(place)s: %(lacks)s %(what)s from %(from)s") % names


def _who(rule: Minimum) -> str:
    """What somebody must be to count."""
    if not rule.cit:
        return _("on duty")
    return _("crisis-trained") if rule.position == Position.DISPATCH else _("CIT")


def impossible(report: Report) -> str:
    """Why no plan can meet a rule, once."""
    names = {"rule": report.rule.name, "least": report.rule.least, "able": report.able}
    if not report.able:
        return _("No plan can meet “%(rule)s”: it asks for %(least)s, and nobody can count for it this week.") % names
    return (
        ngettext(
            "No plan can meet “%(rule)s”: it asks for %(least)s, and only %(able)s person can count for it this week.",
            "No plan can meet “%(rule)s”: it asks for %(least)s, and only %(able)s people can count for it this week.",
            report.able,
        )
        % names
    )


def hour(cell: Cell, zone: ZoneInfo) -> str:
    """What one hour says beyond its number; the part that is uncovered, when it is only a part."""
    if not cell.exists:
        return _("The clock skips this hour.")
    if not cell.asked:
        return _("Nothing is asked.")
    text = _("%(have)s of %(need)s") % {"have": cell.have, "need": cell.need}
    if cell.partial:
        parts = ", ".join(_from_to(span.starts_at, span.ends_at, zone) for span in cell.uncovered)
        return _("%(text)s %(parts)s") % {"text": text, "parts": parts}
    return text


def _from_to(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    return _("from %(start)s to %(end)s") % {
        "start": starts_at.astimezone(zone).strftime("%H:%M"),
        "end": ends_at.astimezone(zone).strftime("%H:%M"),
    }
