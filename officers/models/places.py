"""The agency and its places, down to the door an officer should use."""

from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Record
from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord


class Agency(Record):
    """A school district's police department: the tenant."""

    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(max_length=40)
    time_zone = models.CharField(max_length=40, default="America/Denver")

    @property
    def zone(self) -> ZoneInfo:
        """The clock on this agency's wall."""
        return ZoneInfo(self.time_zone)

    def __str__(self) -> str:
        return self.name


class CampusKind(models.TextChoices):
    """The level of a campus."""

    ELEMENTARY = "elementary", _("Elementary school")
    MIDDLE = "middle", _("Middle school")
    HIGH = "high", _("High school")
    ACADEMY = "academy", _("Academy")
    # Where no campus is meant: a street corner, a bus, a park. Its incidents say where in words.
    OTHER = "other", _("Other place")


class Campus(AgencyRecord):
    """A school site."""

    name = models.CharField(max_length=80)
    code = models.CharField(max_length=8)
    kind = models.CharField(max_length=12, choices=CampusKind.choices)
    enrollment = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "code"], name="campus_code")]

    def __str__(self) -> str:
        return self.name


class Building(AgencyRecord):
    """A building of a campus."""

    campus = TenantForeignKey(Campus, related_name="buildings")
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["campus", "name"], name="building_name")]

    def __str__(self) -> str:
        return self.name


class Room(AgencyRecord):
    """A room, with the door nearest to it and the way from there in words."""

    building = TenantForeignKey(Building, related_name="rooms")
    name = models.CharField(max_length=40)
    floor = models.SmallIntegerField(default=1)
    nearest_door = models.CharField(max_length=20)
    directions = models.CharField(max_length=160, blank=True)
    # A room that was walled up or renumbered: past incidents still name it, and no new one can.
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["building", "name"], name="room_name")]

    def __str__(self) -> str:
        return self.name


class TravelTime(AgencyRecord):
    """About how many minutes it takes from one campus to another."""

    origin = TenantForeignKey(Campus, related_name="+")
    destination = TenantForeignKey(Campus, related_name="+")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "destination"], name="travel_pair")]
