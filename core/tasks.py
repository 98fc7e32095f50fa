"""The relay of everything that is not a page."""

from celery import shared_task

from core import outbox
from core.feed import upkeep


@shared_task(name="core.relay_jobs")
def relay_jobs() -> int:
    """Pay what is due in the jobs lane."""
    return outbox.relay("jobs")


@shared_task(name="core.trim_feed")
def trim_feed() -> int:
    """Forget rings that every screen has heard or given up."""
    return upkeep.trim()
