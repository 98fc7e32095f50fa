"""What a clock does when its time has come. An officer is asked twice before anybody is alarmed; the rest alarms."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from incidents.console_vocabulary import TimerKind, TimerStage

RUNNING, ASKED, ASKED_AGAIN, ALARM = (
    TimerStage.RUNNING.value,
    TimerStage.ASKED.value,
    TimerStage.ASKED_AGAIN.value,
    TimerStage.ALARM.value,
)
_WELFARE = {RUNNING: ASKED, ASKED: ASKED_AGAIN, ASKED_AGAIN: ALARM}
_EVENTS = {ASKED: "timer.asked", ASKED_AGAIN: "timer.asked_again", ALARM: "timer.alarmed"}
_STAMPS = {ASKED: "asked_at", ASKED_AGAIN: "asked_again_at", ALARM: "alarmed_at"}


@dataclass(frozen=True, slots=True)
class Step:
    """The stage that a clock comes to, what is announced, which time is kept, and when the next step is due."""

    stage: str
    event: str
    stamp: str
    next_at: datetime | None


def due(started_at: datetime, minutes: int | None) -> datetime | None:
    """When the first step of a round comes; never without a rule."""
    return None if minutes is None else started_at + timedelta(minutes=minutes)


def step(kind: str, stage: str, answer_seconds: int, at: datetime) -> Step | None:
    """The one step from this stage. It counts from when it is done: a late one leaves the full time to answer."""
    after = _WELFARE.get(stage) if kind == TimerKind.WELFARE else {RUNNING: ALARM}.get(stage)
    if after is None:
        return None
    next_at = None if after == ALARM else at + timedelta(seconds=answer_seconds)
    return Step(after, _EVENTS[after], _STAMPS[after], next_at)
