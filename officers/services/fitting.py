"""What every service that gives somebody a shift asks first, while the person's row is held."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection
from django.utils.translation import gettext as _

from core.errors import BrokenRule
from officers.models import Officer, Shift
from officers.planning.fitness import Objection, objections, stopping
from officers.planning.spans import Span
from officers.selectors.workers import policy_of, worker


def hold(officer: Officer) -> Officer:
    """The person's row until the transaction ends, so that two planners at once count the same hours."""
    return Officer.objects.select_for_update(of=("self",), no_key=True).get(pk=officer.pk)


def alone(agency_id: UUID) -> None:
    """One at a time plans many shifts of an agency: the second finds what the first has made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"many shifts of {agency_id}"])


def check(
    officer: Officer, span: Span, position: str, *, override_reason: str, without: Iterable[UUID] = ()
) -> list[str]:
    """BrokenRule in words when something stops it; otherwise the limits that it passes, for the ledger."""
    found = objections(worker(officer, span, without=without), span, position, policy_of(officer.agency_id))
    refuse(stopping(found, reason=override_reason))
    return [each.code for each in found]


def refuse(found: list[Objection]) -> None:
    """Refuse with every reason at once, and ask for the supervisor's where that would do."""
    if not found:
        return
    words = " ".join(each.words for each in found)
    if any(each.refuses for each in found):
        raise BrokenRule(words)
    words = _("%(objections)s To plan it anyway, choose a reason.") % {"objections": words}
    raise BrokenRule(words, fields={"override_reason": words})


def overlap(error: IntegrityError) -> BrokenRule:
    """The database's word on two shifts at once, in ours; any other refusal of it is a fault and goes on."""
    if "shift_overlap" not in str(error):
        raise error
    return BrokenRule(_("This person has another shift at that time."))


def span_of(shift: Shift) -> Span:
    """The shift's own span."""
    return Span(shift.starts_at, shift.ends_at)


def ahead(shift: Shift, at: datetime, *, begun: bool = False) -> None:
    """What has begun (or, where `begun` may be, what is over) cannot be planned anew."""
    if shift.ends_at <= at:
        raise BrokenRule(_("This shift is over. Correct the clock times instead."))
    if not begun and shift.starts_at <= at:
        raise BrokenRule(_("This shift has already begun."))
