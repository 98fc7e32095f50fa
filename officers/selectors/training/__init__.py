"""Reads about training."""

from officers.selectors.training.person import PersonTraining, person_training
from officers.selectors.training.worklist import WorkList, work_list

__all__ = ["PersonTraining", "WorkList", "person_training", "work_list"]
