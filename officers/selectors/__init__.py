"""Reads about people and readiness."""

from officers.selectors.actors import actor_of
from officers.selectors.crisis import CrisisStatus, cit_course, crisis_status, statuses, valid_certifications, with_cit

__all__ = ["CrisisStatus", "actor_of", "cit_course", "crisis_status", "statuses", "valid_certifications", "with_cit"]
