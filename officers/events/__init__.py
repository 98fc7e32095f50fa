"""What can happen to people and readiness: one module for each area, all declared here."""

from core.events import declare
from officers.events import accounts, coverage, places, plans, roster, shifts, training

for area in (accounts, roster, training, shifts, coverage, places, plans):
    declare(*area.TYPES)
