"""Rules, reasons and standings in words, for pages and for the API alike."""

from typing import Any

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from officers.roles import License
from officers.training.facts import Reason, Result
from officers.vocabulary import Anchor, RuleKind, Standing

Words = str | Promise
REASONS: dict[Reason, Words] = {
    Reason.SEPARATED: gettext_lazy("No longer on the roster."),
    Reason.OTHER_LICENSE: gettext_lazy("The rule asks people with another license."),
    Reason.ANCHORED_EARLIER: gettext_lazy("The rule asks only those who came later."),
    Reason.ANCHOR_MISSING: gettext_lazy("The day the rule counts from is not on the roster."),
    Reason.NO_PERIOD: gettext_lazy("No training period is known for today."),
    Reason.HIRED_LATE: gettext_lazy("Hired late in the period: the next one asks."),
    Reason.WAIVED: gettext_lazy("Waived."),
    Reason.HELD: gettext_lazy("Done, and it does not end."),
    Reason.HELD_IN_PERIOD: gettext_lazy("Done in this period."),
    Reason.EXPIRES: gettext_lazy("Done, and it ends on that day."),
    Reason.EXPIRED: gettext_lazy("What was done has ended."),
    Reason.NEVER_DONE: gettext_lazy("Never done."),
    Reason.TOO_FEW_HOURS: gettext_lazy("Too few hours so far."),
    Reason.PERIOD_MISSED: gettext_lazy("Not done in the last period."),
}
# What is wrong with the data and not with the person.
GAPS = (Reason.ANCHOR_MISSING, Reason.NO_PERIOD)
FROM: dict[str, Words] = {
    Anchor.APPOINTMENT.value: gettext_lazy("of the appointment"),
    Anchor.LICENSE.value: gettext_lazy("of the license"),
    Anchor.PLACEMENT.value: gettext_lazy("of the placement"),
    Anchor.HIRE.value: gettext_lazy("of the hire"),
}


def asks(rule: Any) -> str:
    """What a rule asks: how often, and which courses or hours."""
    return _("%(what)s, %(when)s") % {"what": _what(rule), "when": _when(rule)}


def whom(rule: Any) -> str:
    """The licenses that a rule asks, and from when."""
    who = ", ".join(str(License(name).label) for name in rule.licenses) or _("Everybody on the roster")
    if rule.anchored_from is None:
        return who
    return _("%(who)s who came from %(day)s") % {"who": who, "day": formats.date_format(rule.anchored_from, "Y-m-d")}


def standing(result: Result) -> str:
    """Met, due on, overdue since."""
    words = {"day": formats.date_format(result.overdue_since or result.due_on, "Y-m-d")} if result.due_on else {}
    if result.standing == Standing.OVERDUE and words:
        return _("Overdue since %(day)s") % words
    if result.standing in (Standing.DUE, Standing.DUE_SOON) and words:
        return _("Due on %(day)s") % words
    if result.standing == Standing.MET and words:
        return _("Met until %(day)s") % words
    if result.standing == Standing.WAIVED and words:
        return _("Waived until %(day)s") % words
    return str(result.standing.label)


def reason(result: Result) -> str:
    """Why, with the hours where hours are asked for."""
    said = str(REASONS[result.reason])
    if result.needed is None or result.standing == Standing.NOT_APPLICABLE or result.reason in GAPS:
        return said
    return _("%(reason)s %(done)s of %(needed)s hours.") % {
        "reason": said,
        "done": formats.number_format(result.hours.normalize() + 0),
        "needed": formats.number_format(result.needed.normalize() + 0),
    }


def proof(number: str, day: Any) -> str:
    """A completion as evidence."""
    return _("%(number)s of %(day)s") % {"number": number, "day": formats.date_format(day, "Y-m-d")}


def clash(officer: Any, shift: Any) -> str:
    """A shift that lies across a class."""
    starts, ends = timezone.localtime(shift.starts_at), timezone.localtime(shift.ends_at)
    return _("%(unit)s has a shift then, %(day)s %(from)s to %(to)s. Plan somebody else for it.") % {
        "unit": officer.call_sign,
        "day": formats.date_format(starts, "Y-m-d"),
        "from": f"{starts:%H:%M}",
        "to": f"{ends:%H:%M}",
    }


def _what(rule: Any) -> str:
    courses = _(" or ").join(rule.courses)
    if rule.min_hours is None:
        return courses
    hours = formats.number_format(rule.min_hours.normalize() + 0)
    if not courses:
        return _("%(hours)s hours of any course") % {"hours": hours}
    return _("%(hours)s hours of %(courses)s") % {"hours": hours, "courses": courses}


def _when(rule: Any) -> str:
    number = rule.number or 0
    if rule.kind == RuleKind.WITHIN_DAYS:
        words = ngettext("within %(number)d day %(anchor)s", "within %(number)d days %(anchor)s", number)
        return words % {"number": number, "anchor": FROM[rule.anchor]}
    if rule.kind == RuleKind.EVERY_MONTHS:
        return ngettext("every %(number)d month", "every %(number)d months", number) % {"number": number}
    if rule.kind == RuleKind.ONCE and rule.anchor:
        return _("once, by the day %(anchor)s") % {"anchor": FROM[rule.anchor]}
    plain = {
        RuleKind.ONCE.value: _("once"),
        RuleKind.PER_UNIT.value: _("in each training unit"),
        RuleKind.PER_CYCLE.value: _("in each training cycle"),
    }
    return plain[rule.kind]
