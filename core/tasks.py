"""The relay of everything that is not a page."""

from celery import shared_task

from core import outbox


@shared_task(name="core.relay_jobs")
def relay_jobs() -> int:
    """Pay what is due in the jobs lane."""
    return outbox.relay("jobs")
