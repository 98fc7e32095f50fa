"""What is forgotten with time: answers after 30 days, and what was refused once somebody has seen to it."""

from datetime import datetime, timedelta

from django.db.models import Q

from core import clock
from incidents.models import TabletCommand
from incidents.models.tablet import CommandState, Settled
from incidents.services import tablet_keys

KEPT = timedelta(days=30)


def run(at: datetime | None = None) -> int:
    """Rows stay, since their keys and numbers tell of repeats and gaps; texts go."""
    moment = at or clock.now()
    tablet_keys.rotate(moment)
    old = TabletCommand.objects.filter(recorded_at__lte=moment - KEPT)
    seen_to = Q(state=CommandState.DONE) | Q(reviewed_at__lte=moment - KEPT) | ~Q(settled=Settled.OPEN)
    return old.filter(seen_to).exclude(answer="", body="").update(answer="", body="")
