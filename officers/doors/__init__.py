"""Each service of people and readiness beside its form and its request body: the three name the same things."""

from core.web.doors import Door
from officers.doors import coverage, places, plans, roster, shifts, training

DOORS: tuple[Door, ...] = (*roster.DOORS, *training.DOORS, *shifts.DOORS, *coverage.DOORS, *places.DOORS, *plans.DOORS)
