"""The place of a replay in its file, so that it can go on where it stopped."""

from django.db import models
from django.db.models.functions import Now


class ReplayedRow(models.Model):
    """One row of a replayed file, written in the transaction of its case."""

    agency_id = models.UUIDField()
    source = models.CharField(max_length=64)
    line = models.PositiveIntegerField()
    case_id = models.UUIDField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "source", "line"], name="replayed_once")]
