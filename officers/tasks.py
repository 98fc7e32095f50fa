"""What happens to readiness without anybody asking."""

from celery import shared_task

from officers.services import reminders


@shared_task(name="officers.remind")
def remind() -> int:
    """Hourly: whoever's morning has come is reminded, once."""
    return reminders.sweep_all()
