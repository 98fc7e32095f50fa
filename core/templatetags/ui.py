"""The design system's tags and filters: every page is built from these and from `templates/ui/`."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import clock as time
from core import form_controls

register = template.Library()

PILLS = {
    "available": "av",
    "approved": "av",
    "completed": "av",
    "active": "av",
    "dispatched": "er",
    "en_route": "er",
    "submitted": "er",
    "locked": "ho",
    "proposed": "pn",
    "refused": "nu",
    "on_scene": "os",
    "in_progress": "os",
    "busy": "bz",
    "training": "bz",
    "draft": "bz",
    "returned": "bz",
    "received": "pn",
    "triaged": "pn",
    "waiting": "pn",
    "requested": "pn",
    "declined": "pn",
    "overdue": "pn",
    "acknowledged": "ho",
    "acked": "ho",
    "exhausted": "nu",
    "resolved": "of",
    "open": "pn",
    "accepted": "er",
    "scheduled": "er",
    "booked": "er",
    "attended": "av",
    "missed": "pn",
    "met": "av",
    "due": "er",
    "due_soon": "bz",
    "waived": "ho",
    "not_applicable": "of",
    "withdrawn": "of",
    "failed": "nu",
    "handed_off": "ho",
    "off_duty": "of",
    "out_of_service": "of",
    "clear": "of",
    "cleared": "of",
    "closed": "of",
    "cancelled": "of",
    "expired": "of",
    "retired": "of",
    "merged": "ho",
    "started": "pn",
    "connected": "er",
    "confirmed": "ho",
    "located": "av",
    "satisfied": "av",
    "signed": "av",
    "ended": "of",
}
PRIORITIES = ("p1", "p2", "p3", "p4")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A picture from the sprite; without a label it is decoration and assistive technology skips it."""
    address = f"{static('icons.svg')}#i-{name}"
    if label:
        return format_html('<svg class="ico" role="img" aria-label="{}"><use href="{}"/></svg>', label, address)
    return format_html('<svg class="ico" aria-hidden="true"><use href="{}"/></svg>', address)


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, shape: str = "", alarm: str = "", calm: str = "") -> dict[str, Any]:
    """A form field with its label, help and errors. `shape` forces seg or tiles; `alarm` and `calm` colour a value."""
    return form_controls.describe(bound, shape, {alarm: "y", calm: "n"})


@register.inclusion_tag("ui/form.html", takes_context=True)
def render_form(context: template.Context, form: BaseForm, **options: Any) -> dict[str, Any]:
    """A whole form: submit, action, version, tone, cancel and guard as `ui/form.html` describes them."""
    return {"form": form, "csrf_token": context.get("csrf_token"), **options}


@register.inclusion_tag("ui/timer.html")
def timer(since: datetime | None, limit: int | None = None, label: str = "") -> dict[str, Any]:
    """How long something has lasted; it ticks in the browser and turns to a box past its limit (seconds)."""
    return {"since": since, "limit": limit, "label": label}


@register.inclusion_tag("ui/pill.html")
def pill(status: str, label: str = "") -> dict[str, Any]:
    """A status as shape, colour and word."""
    return {"status": status, "label": label}


@register.inclusion_tag("ui/pri.html")
def pri(priority: str) -> dict[str, Any]:
    """A priority as letter, shape and colour."""
    return {"priority": priority}


@register.inclusion_tag("ui/cit.html")
def cit(state: str, label: str = "") -> dict[str, Any]:
    """A certification: current, due or none."""
    return {"state": state, "label": label}


@register.filter
def priority_class(priority: str | None) -> str:
    """The marker's class; what has no priority yet is drawn apart from all four."""
    name = str(priority or "").lower()
    return name if name in PRIORITIES else "p0"


@register.filter
def status_pill(status: str | None) -> str:
    """The pill's class for any workflow's status; an unknown one is drawn as neutral."""
    name = str(status or "")
    return PILLS.get(name, name if name in set(PILLS.values()) else "nu")


@register.filter
def duration(seconds: float | timedelta | None) -> str:
    """4:07 under an hour, 2 h 10 min under two days, then 3 d 4 h."""
    if seconds is None:
        return "–"
    total = int(seconds.total_seconds() if isinstance(seconds, timedelta) else seconds)
    sign, total = ("-" if total < 0 else "", abs(total))
    if total < 3600:
        return f"{sign}{total // 60}:{total % 60:02d}"
    if total < 48 * 3600:
        return f"{sign}{total // 3600} h {total % 3600 // 60:02d} min"
    return f"{sign}{total // 86400} d {total % 86400 // 3600} h"


@register.filter
def clock(at: datetime | None) -> str:
    """The wall clock of the person reading, 24 hours."""
    return timezone.localtime(at).strftime("%H:%M") if at else "–"


@register.filter
def iso(at: datetime | None) -> str:
    """An instant for machines."""
    return at.isoformat(timespec="milliseconds") if at else ""


@register.filter
def elapsed(since: datetime | None) -> float | None:
    """Seconds from then until now, never less than none."""
    return max((time.now() - since).total_seconds(), 0.0) if since else None


@register.filter
def urgency(since: datetime | None, limit: int | None) -> str:
    """ok, warn from half the limit, over from the limit."""
    passed = elapsed(since)
    if passed is None or not limit:
        return "ok"
    if passed >= limit:
        return "over"
    return "warn" if passed * 2 >= limit else "ok"


@register.filter
def error_links(form: BaseForm) -> Sequence[Mapping[str, str]]:
    """Every mistake of a form with the field it belongs to, for the summary."""
    return form_controls.mistakes(form)
