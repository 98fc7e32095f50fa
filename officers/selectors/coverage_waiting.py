"""What of coverage waits for who plans or trains, on their home page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock
from core.actors import Actor
from core.permissions import may
from core.web.pages import Waiting
from officers.covering import words
from officers.covering.grid import Week
from officers.selectors import coverage


def waiting_for(actor: Actor) -> list[Waiting]:
    """The gaps of next week, or that it has no shifts yet."""
    if not may(actor, "coverage.find_cover"):
        return []
    found = coverage.week(actor, coverage.monday_after(timezone.localdate(clock.now())))
    if not found.reports:
        return []
    return [_unplanned()] if not found.planned else _gaps(found)


def _unplanned() -> Waiting:
    detail = _("Coverage cannot be counted until shifts are planned or imported.")
    return Waiting(_("Next week has no shifts yet"), detail, reverse("coverage"))


def _gaps(found: Week) -> list[Waiting]:
    number = len(found.gaps)
    if not number:
        return []
    title = ngettext("%(number)s gap in next week’s coverage", "%(number)s gaps in next week’s coverage", number) % {
        "number": number
    }
    first = words.gap(found.gaps[0], found.zone)
    return [Waiting(title, _("The first: %(gap)s") % {"gap": first}, reverse("coverage"))]
