"""Who may do and see what of calls and incidents: one module for each area, all declared here."""

from core.permissions import declare
from incidents.permissions import (
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

AREAS = (
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
)

for area in AREAS:
    declare(area.RULES, area.SCOPES)
