"""The planned shifts between two days, for an export."""

from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require, visible
from officers.models import Agency, Shift
from officers.planning.local import days

LONGEST = 400
MOST = 20_000


def between(actor: Actor, first: date, last: date) -> tuple[list[Shift], ZoneInfo]:
    """Shifts that begin on these days, and the agency's zone."""
    require(actor, "shift.export")
    zone = Agency.objects.get(pk=actor.agency_id).zone
    length = (last - first).days + 1
    if not 1 <= length <= LONGEST:
        raise BrokenRule(_("The last day must not be before the first, nor more than a year later."))
    span = days(first, length, zone)
    rows = visible(Shift.objects.select_related("officer", "campus", "template"), actor).filter(
        status="scheduled", starts_at__gte=span.starts_at, starts_at__lt=span.ends_at
    )
    return list(rows.order_by("starts_at", "officer__call_sign")[:MOST]), zone
