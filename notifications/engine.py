"""One pass over the tables. It never matters who makes it: every claim is a row in PostgreSQL."""

from core import outbox
from notifications.services import deliveries
from notifications.services.escalating import advance_escalations


def tick() -> int:
    """Pay the paging lane, take the steps that are due, send what is due; answers how much was handled."""
    return outbox.relay("paging") + advance_escalations() + deliveries.deliver_due()
