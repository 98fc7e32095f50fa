"""The ticks: hinted after a commit, and swept from PostgreSQL when hints or the broker are lost."""

from celery import shared_task

from core import heartbeats
from notifications import standby
from notifications.engine import tick

__all__ = ["sweep", "tick", "wake"]


@shared_task(name="notifications.wake", acks_late=False)
def wake() -> int:
    """Right after a commit."""
    return tick()


@shared_task(name="notifications.sweep", acks_late=False)
def sweep() -> int:
    """Every two seconds, whatever was lost; its heartbeat shows that beat, broker and worker all work."""
    late_ms = standby.late_ms()
    handled = tick()
    heartbeats.beat("celery", late_ms)
    return handled
