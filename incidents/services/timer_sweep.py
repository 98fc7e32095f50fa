"""The steps of clocks whose time has come. It never matters who sweeps, how often, or how late: each is done once."""

from datetime import datetime

from django.db import connection, transaction

from core import ledger
from core.actors import system
from incidents.console_vocabulary import TimerStage
from incidents.models import Incident, Timer
from incidents.selectors import timer_watch
from incidents.services import timers
from incidents.timing import step

BATCH = 20


def run(at: datetime | None = None) -> int:
    """Begin what is missing, end what is stray, and do every due step; answers how many steps were done."""
    moment = at or _database_now()
    _mend(moment)
    done = 0
    while batch := _batch(moment):
        done += batch
    return done


def _database_now() -> datetime:
    """One clock for all hosts: a worker whose own is wrong neither hurries nor waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now


def _batch(at: datetime) -> int:
    """Steps and their events in one transaction: a dead worker leaves neither, and others skip what is held."""
    with transaction.atomic():
        rows = list(
            Timer.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("incident", "assignment__officer")
            .filter(next_at__lte=at)
            .order_by("next_at")[:BATCH]
        )
        for timer in rows:
            _step(timer, at)
    return len(rows)


def _step(timer: Timer, at: datetime) -> None:
    """One stage further; the next stage of the same clock is a step of its own, when its own time has come."""
    done = step(timer.kind, timer.stage, timer.answer_seconds, at)
    if done is None:
        timer.next_at = None
        timer.save(update_fields=["next_at"])
        return
    timer.stage, timer.next_at = done.stage, done.next_at
    setattr(timer, done.stamp, at)
    timer.save(update_fields=["stage", "next_at", done.stamp])
    facts = timers.facts_of(timer, timer.incident)
    ledger.announce(done.event, record=timer, actor=system(timer.agency_id), at=at, facts=facts)


def _mend(at: datetime) -> None:
    """What a lost or an older process left behind: found without a lock, and looked at again under one."""
    for lack in timer_watch.lacks():
        for pk in list(lack.rows.values_list("pk", flat=True)[: timer_watch.MOST]):
            _begin(lack, pk, at)
    stray = list(timer_watch.strays().values_list("pk", flat=True)[: timer_watch.MOST])
    if stray:
        rows = timer_watch.strays().filter(pk__in=stray)
        rows.update(ended_at=at, stage=TimerStage.ENDED, next_at=None)


def _begin(lack: timer_watch.Lack, pk: object, at: datetime) -> None:
    """As late as it is: a clock counts from the fact and not from its discovery."""
    with transaction.atomic():
        record = lack.rows.filter(pk=pk).first()
        if record is None:
            return
        incident = record if isinstance(record, Incident) else record.incident
        free = Incident.objects.select_for_update(skip_locked=True).filter(pk=incident.pk)
        # Whoever holds it now may be ending what the clock would watch: the next sweep will know.
        again = lack.rows.filter(pk=pk).first() if free.exists() else None
        if again is not None:
            timers.start(again, (lack.kind,), getattr(again, lack.since) or at)
