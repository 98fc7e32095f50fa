"""The ticks: hinted after a commit, and swept from PostgreSQL when hints or the broker are lost."""

from celery import shared_task

from core import outbox
from notifications.services import deliveries


def tick() -> int:
    """Pay the paging lane, then send what is due; it never matters who calls."""
    return outbox.relay("paging") + deliveries.deliver_due()


@shared_task(name="notifications.wake", acks_late=False)
def wake() -> int:
    """Right after a commit."""
    return tick()


@shared_task(name="notifications.sweep", acks_late=False)
def sweep() -> int:
    """Every two seconds, whatever was lost."""
    return tick()
