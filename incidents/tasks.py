"""What happens to incidents without anybody asking."""

from celery import shared_task

from incidents.services import (
    bolos,
    duty_sweep,
    intake_scheduled,
    plan_reviews,
    record_locks,
    tablet_upkeep,
    timer_sweep,
)


@shared_task(name="incidents.run_timers", acks_late=False)
def run_timers() -> int:
    """Every five seconds: do the steps whose time has come. It carries nothing, so a lost run costs five seconds."""
    return timer_sweep.run()


@shared_task(name="incidents.begin_due", acks_late=False)
def begin_due() -> int:
    """Every five seconds: begin the planned incidents whose time has come."""
    return intake_scheduled.begin_due()


@shared_task(name="incidents.expire_lookouts")
def expire_lookouts() -> int:
    """Every quarter of a minute: end the lookouts whose time is over."""
    return bolos.expire()


@shared_task(name="incidents.warn_duties")
def warn_duties() -> int:
    """Every minute: give the warnings of duties whose time has come, and pass on what is overdue."""
    return duty_sweep.run()


@shared_task(name="incidents.review_plans")
def review_plans() -> int:
    """Hourly: response plans that have ended are over, and who keeps them is reminded, once."""
    return plan_reviews.sweep_all()


@shared_task(name="incidents.lock_records")
def lock_records() -> int:
    """Every five minutes: lock the approved records whose time has come."""
    return record_locks.run()


@shared_task(name="incidents.keep_tablets")
def keep_tablets() -> int:
    """Every hour: change the sealing keys that are old enough, and forget the texts that are."""
    return tablet_upkeep.run()
