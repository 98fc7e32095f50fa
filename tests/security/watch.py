"""One row of each noun of clocks and desks, for the walk over every route."""

from uuid import UUID

from incidents.models import Timer, TimerRule
from tests.cast import District


def stage(district: District) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address; the officer of the scene is on scene."""
    agency = district.campus.agency
    return {
        "timers": Timer.objects.get(agency=agency, kind="welfare", ended_at__isnull=True).pk,
        "timer-rules": TimerRule.objects.create(agency=agency, kind="welfare", priority="p4", minutes=25).pk,
    }
