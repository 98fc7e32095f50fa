"""Floor plans: a floor of a building, each of its drawings, the picture beneath, and the outline of a campus."""

from django.db import models

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord
from officers.models.files import StoredFile
from officers.models.people import User
from officers.models.places import Building, Campus, Room
from officers.vocabulary import BackgroundKind


class FloorPlan(AgencyRecord):
    """One floor. `version` is the number of the drawing that counts now; earlier drawings stay readable."""

    building = TenantForeignKey(Building, related_name="plans")
    floor = models.SmallIntegerField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["floor"]
        constraints = [models.UniqueConstraint(fields=["building", "floor"], name="floor_plan_once")]

    def __str__(self) -> str:
        return f"{self.building} {self.floor}"


class PlanBackground(AgencyRecord):
    """What a floor is drawn over: a cleaned SVG kept as text, or an image kept as a file."""

    kind = models.CharField(max_length=8, choices=BackgroundKind.choices)
    svg = models.TextField(blank=True)
    file = TenantForeignKey(StoredFile, null=True, blank=True, related_name="+")
    # Where the picture's own coordinates begin, and how far they reach.
    left = models.FloatField(default=0)
    top = models.FloatField(default=0)
    width = models.FloatField()
    height = models.FloatField()
    uploaded_by = TenantForeignKey(User, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="svg", file__isnull=True) & ~models.Q(svg="")
                | models.Q(kind="image", file__isnull=False, svg=""),
                name="plan_background_one_of",
            ),
        ]


class PlanDrawing(AgencyRecord):
    """One version of a plan, never changed: a change is the next drawing."""

    plan = TenantForeignKey(FloorPlan, related_name="drawings")
    number = models.PositiveIntegerField()
    background = TenantForeignKey(PlanBackground, null=True, blank=True, related_name="+")
    width = models.FloatField()
    height = models.FloatField()
    # Everything but the rooms, as `officers.plans.shapes` writes it: halls, doors, way points, stairs, ways.
    marks = models.JSONField(default=list)
    drawn_by = TenantForeignKey(User, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_drawing_once")]


class PlanRoom(AgencyRecord):
    """A room as a drawing shows it; `doorway` is where one walks in, when it was drawn."""

    drawing = TenantForeignKey(PlanDrawing, related_name="rooms")
    room = TenantForeignKey(Room, related_name="+")
    points = models.JSONField()
    doorway = models.JSONField(null=True, blank=True)
    # A word of the plan about this room, such as "quiet room": drawn calm.
    calm = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["drawing", "room"], name="plan_room_once")]


class CampusOutline(AgencyRecord):
    """Where a campus lies: a ring of [longitude, latitude], and those of its buildings by name."""

    campus = TenantForeignKey(Campus, related_name="outlines")
    ring = models.JSONField()
    buildings = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campus"], name="campus_outline_once")]
