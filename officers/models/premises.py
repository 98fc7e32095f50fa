"""What is known of places beyond their names: other names, telephones, hours, and what to beware of."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord
from officers.models.people import User
from officers.models.places import Building, Campus, Room
from officers.vocabulary import PremiseKind


class Placed(AgencyRecord):
    """A row about a campus, or a building of it, or a room of that."""

    campus = TenantForeignKey(Campus, related_name="+")
    building = TenantForeignKey(Building, null=True, blank=True, related_name="+")
    room = TenantForeignKey(Room, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


class PlaceAlias(Placed):
    """What people type or say for a place: "ln204", "the pit". Case does not matter."""

    alias = models.CharField(max_length=40)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["alias"]
        constraints = [models.UniqueConstraint("agency", Lower("alias"), name="place_alias_once")]

    def __str__(self) -> str:
        return self.alias


class Extension(Placed):
    """A telephone of the district and where it stands."""

    number = models.CharField(max_length=12)
    label = models.CharField(max_length=80, blank=True)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="extension_once")]

    def __str__(self) -> str:
        return self.number


class PremiseNote(Placed):
    """What an officer should know before walking in; it ends on a day or when it is withdrawn."""

    kind = models.CharField(max_length=12, choices=PremiseKind.choices)
    text = models.CharField(max_length=400)
    until = models.DateField(null=True, blank=True)
    written_by = TenantForeignKey(User, related_name="+")
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["kind", "text"]


class BellPeriod(AgencyRecord):
    """One period of a campus's day. Weekdays are 0 (Monday) to 6; hours are the agency's own."""

    campus = TenantForeignKey(Campus, related_name="periods")
    name = models.CharField(max_length=40)
    weekdays = ArrayField(models.PositiveSmallIntegerField())
    starts = models.TimeField()
    ends = models.TimeField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.UniqueConstraint(fields=["campus", "name"], name="bell_period_name"),
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="bell_period_order"),
        ]

    def __str__(self) -> str:
        return self.name


class RoomUse(AgencyRecord):
    """Who is likely in a room during a period: a class and about how many, never a student."""

    period = TenantForeignKey(BellPeriod, related_name="uses")
    room = TenantForeignKey(Room, related_name="uses")
    group = models.CharField(max_length=80)
    adult = models.CharField(max_length=80, blank=True)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "room"], name="room_use_once")]
