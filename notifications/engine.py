"""One pass over the tables. It never matters who makes it: every claim is a row in PostgreSQL."""

from core import outbox
from notifications.services import deliveries


def tick() -> int:
    """Pay the paging lane, then send what is due; answers how much was handled."""
    return outbox.relay("paging") + deliveries.deliver_due()
