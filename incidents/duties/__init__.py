"""Deadlines that the law or the district sets: calendar, clock, what starts a duty. Nothing here asks a database."""

from incidents.duties.calendar import SchoolCalendar, Special, Term
from incidents.duties.clock import Due, due, steps
from incidents.duties.facility import Hold, hold

__all__ = ["Due", "Hold", "SchoolCalendar", "Special", "Term", "due", "hold", "steps"]
