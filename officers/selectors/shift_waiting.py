"""What of shifts waits for a person, on their home page."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import clock
from core.actors import Actor
from core.permissions import may
from core.web.pages import Waiting
from officers.models import CoverRequest, Leave
from officers.selectors import leave, shifts

LIMIT = 10


def waiting_for(actor: Actor) -> list[Waiting]:
    """Exchanges to approve and leave to decide, for supervisors; who decides is never part of it."""
    if not may(actor, "cover.decline"):
        return []
    taken = [each for each in shifts.open_covers(actor, clock.now()) if each.status == "accepted"]
    to_approve = [_cover(each) for each in taken if may(actor, "cover.approve", each)]
    to_decide = [_leave(each) for each in leave.waiting(actor) if may(actor, "leave.approve", each)]
    return [*to_approve[:LIMIT], *to_decide[:LIMIT]]


def _cover(request: CoverRequest) -> Waiting:
    taker = request.taker.call_sign if request.taker else "–"
    return Waiting(
        title=_("Exchange of shifts") if request.offered_id else _("Request for cover"),
        detail=f"{request.asked_by.call_sign} → {taker} · {_day(request.shift.starts_at)}",
        url=reverse("cover", args=[request.pk]),
        since=request.accepted_at,
        status=request.status,
        status_label=request.get_status_display(),
    )


def _leave(request: Leave) -> Waiting:
    return Waiting(
        title=_("Leave of %(unit)s") % {"unit": request.officer.call_sign},
        detail=_day(request.starts_at),
        url=reverse("leave", args=[request.pk]),
        since=request.created_at,
        status=request.status,
        status_label=request.get_status_display(),
    )


def _day(at: datetime) -> str:
    return date_format(timezone.localtime(at), "D j M")
