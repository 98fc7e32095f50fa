"""What the agency holds each circumstance to be worth when a unit is chosen; a change is a new version."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.ranking.weights import Weights
from officers.models import AgencyRecord, User

_standard = Weights()


class RankingWeights(AgencyRecord):
    """One version, kept for ever: assignments say by which they were recommended."""

    version = models.PositiveIntegerField()
    cit = models.PositiveSmallIntegerField(default=_standard.cit)
    language = models.PositiveSmallIntegerField(default=_standard.language)
    skill = models.PositiveSmallIntegerField(default=_standard.skill)
    crisis_call = models.PositiveSmallIntegerField(default=_standard.crisis_call)
    long_duty = models.PositiveSmallIntegerField(default=_standard.long_duty)
    long_duty_hours = models.PositiveSmallIntegerField(default=_standard.long_duty_hours)
    short_rest = models.PositiveSmallIntegerField(default=_standard.short_rest)
    short_rest_hours = models.PositiveSmallIntegerField(default=_standard.short_rest_hours)
    stale_place = models.PositiveSmallIntegerField(default=_standard.stale_place)
    stale_place_hours = models.PositiveSmallIntegerField(default=_standard.stale_place_hours)
    unknown_distance = models.PositiveSmallIntegerField(default=_standard.unknown_distance)
    set_by = TenantForeignKey(User, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "version"], name="ranking_weights_version"),
            # Version 1 is the standard, which is never stored.
            models.CheckConstraint(condition=models.Q(version__gt=1), name="ranking_weights_after_standard"),
        ]

    def __str__(self) -> str:
        return str(self.version)
