"""Who may do and see what of people and readiness: one module for each area, all declared here."""

from core.permissions import declare
from officers.permissions import accounts, coverage, places, plans, roster, shifts, training

AREAS = (accounts, roster, training, shifts, coverage, places, plans)

for area in AREAS:
    declare(area.RULES, area.SCOPES)
