"""The district's calendar: terms with their hours, and the days that are unlike others."""

from datetime import time

from django.db import models
from django.db.models import F, Q

from incidents.law_vocabulary import SpecialDay
from officers.models import AgencyRecord


class SchoolTerm(AgencyRecord):
    """A stretch of school. Withdrawn, it counts no more and stays readable."""

    name = models.CharField(max_length=60)
    first_day = models.DateField()
    last_day = models.DateField()
    opens_at = models.TimeField(default=time(8, 0))
    closes_at = models.TimeField(default=time(16, 0))
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="school_term_order"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="school_term_hours"),
        ]


class CalendarDay(AgencyRecord):
    """A holiday, a day without school, a half day, a Saturday with school."""

    day = models.DateField()
    kind = models.CharField(max_length=12, choices=SpecialDay.choices)
    name = models.CharField(max_length=60)
    closes_at = models.TimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "day"], condition=Q(withdrawn_at__isnull=True), name="calendar_day_once"
            ),
            models.CheckConstraint(
                condition=~Q(kind="half_day") | Q(closes_at__isnull=False), name="calendar_half_day_ends"
            ),
        ]
