"""Each service of calls and incidents beside its form and its request body: the three name the same things."""

from core.web.doors import Door
from incidents.doors import (
    bolos,
    care,
    case,
    commands,
    desks,
    duplicates,
    handoffs,
    intake,
    law,
    notes,
    people,
    record,
    scripts,
    tablet,
    timers,
    units,
)
from incidents.doors.case import ASSIGNMENT_MOVES, INCIDENT_MOVES
from incidents.doors.record import AMENDMENT_MOVES, RECORD_MOVES

__all__ = ["AMENDMENT_MOVES", "ASSIGNMENT_MOVES", "DOORS", "INCIDENT_MOVES", "RECORD_MOVES"]

DOORS: tuple[Door, ...] = (
    *case.DOORS,
    *intake.DOORS,
    *duplicates.DOORS,
    *scripts.DOORS,
    *handoffs.DOORS,
    *units.DOORS,
    *bolos.DOORS,
    *timers.DOORS,
    *notes.DOORS,
    *desks.DOORS,
    *commands.DOORS,
    *people.DOORS,
    *care.DOORS,
    *tablet.DOORS,
    *record.DOORS,
    *law.DOORS,
)
