"""Reads about calls, incidents, assignments and records; each takes the actor first."""

from incidents.selectors.waiting import waiting_for

__all__ = ["waiting_for"]
