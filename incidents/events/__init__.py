"""What can happen to calls and incidents: one module for each area, all declared here."""

from core.events import declare
from incidents.events import bolos, case, commands, desks, duplicates, handoffs, intake, notes, scripts, timers, units

for area in (case, intake, duplicates, scripts, handoffs, units, bolos, timers, notes, desks, commands):
    declare(*area.TYPES)
