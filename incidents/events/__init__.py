"""What can happen to calls and incidents: one module for each area, all declared here."""

from core.events import declare
from incidents.events import (
    bolos,
    care,
    case,
    commands,
    desks,
    duplicates,
    field,
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

for area in (
    case,
    intake,
    duplicates,
    scripts,
    handoffs,
    units,
    bolos,
    timers,
    notes,
    desks,
    commands,
    field,
    people,
    care,
    tablet,
    record,
    law,
):
    declare(*area.TYPES)
