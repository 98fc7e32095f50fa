"""How near in time two calls must be for the desk to be asked whether they are about the same thing."""

from django.db import models
from django.db.models import Q

from officers.models import AgencyRecord

USUAL_MINUTES, MOST_MINUTES = 15, 240


class DuplicateRule(AgencyRecord):
    """One for each agency; without one the usual time counts. Zero switches the suggestion off."""

    minutes = models.PositiveSmallIntegerField(default=USUAL_MINUTES)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency"], name="duplicate_rule_once"),
            models.CheckConstraint(condition=Q(minutes__lte=MOST_MINUTES), name="duplicate_rule_time"),
        ]
