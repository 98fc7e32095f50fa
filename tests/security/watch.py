"""One row of each noun of clocks and desks, for the walk over every route."""

from uuid import UUID

from incidents.models import Desk, DeskTurn, LogEntry, Timer, TimerRule
from tests.cast import NOON, District


def stage(district: District) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address; the officer is on scene, the dispatcher at a desk."""
    agency, dispatcher = district.campus.agency, district.dispatcher.person
    desk = Desk.objects.create(agency=agency, name="Desk 1")
    DeskTurn.objects.create(agency=agency, desk=desk, user_id=dispatcher, began_at=NOON)
    return {
        "desks": desk.pk,
        "shift-log": LogEntry.objects.create(agency=agency, by_id=dispatcher, at=NOON, text="Gate 3 is closed.").pk,
        "timers": Timer.objects.get(agency=agency, kind="welfare", ended_at__isnull=True).pk,
        "timer-rules": TimerRule.objects.create(agency=agency, kind="welfare", priority="p4", minutes=25).pk,
    }
