"""Where the campuses lie: their outlines for the district's map, and one campus as a small plan."""

from math import cos, radians
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.errors import NotFound
from core.permissions import require, visible
from officers.models import Building, Campus, CampusOutline
from officers.plans import picture
from officers.plans.geometry import Point
from officers.plans.shapes import Kind, Shape

MARGIN = 0.06


def of_agency(actor: Actor) -> QuerySet[CampusOutline]:
    """Every outline that exists for this actor."""
    return visible(CampusOutline.objects.select_related("campus"), actor).order_by("campus__name")


def read(actor: Actor) -> QuerySet[CampusOutline]:
    """The same, for whoever asks for them by themselves."""
    require(actor, "plan.read")
    return of_agency(actor)


def one(actor: Actor, pk: UUID, code: str) -> tuple[Campus, CampusOutline | None]:
    """A campus that the actor may do this to, and its outline when it has one."""
    campus = Campus.objects.filter(agency_id=actor.agency_id, pk=pk).first()
    if campus is None:
        raise NotFound(gettext_lazy("There is no such record."))
    require(actor, code, campus)
    return campus, of_agency(actor).filter(campus=campus).first()


def picture_of(actor: Actor, campus: Campus, building: Building | None) -> dict[str, Any]:
    """The campus with its buildings, the one that matters marked; nothing to draw without an outline."""
    outline = of_agency(actor).filter(campus=campus).first()
    if outline is None:
        return {"plan": None, "beneath": None, "label": ""}
    flat = Flat(outline.ring)
    rows = [Shape(Kind.ROOM, each["name"], flat.points(each["ring"])) for each in outline.buildings]
    ground = Shape(Kind.HALL, "", flat.points(outline.ring))
    hot = building.name if building is not None else ""
    seen = picture.floor(flat.frame, [ground, *rows], hot=hot)
    said = [_("%(campus)s, plan of the campus.") % {"campus": campus.name}]
    if any(row.name == hot for row in rows):
        said.append(_("Building %(building)s is marked.") % {"building": hot})
    return {"plan": seen, "beneath": None, "label": " ".join(said)}


class Flat:
    """A ring of longitude and latitude laid flat: north is up, and a step east is as long as a step north."""

    def __init__(self, ring: list[list[float]]) -> None:
        self.across = cos(radians(ring[0][1]))
        east = [x * self.across for x, _ in ring]
        north = [y for _, y in ring]
        self.left, self.top = min(east), max(north)
        width, height = max(east) - self.left, self.top - min(north)
        edge = max(width, height) * MARGIN
        self.frame = picture.Frame(width + 2 * edge, height + 2 * edge, -edge, -edge)

    def points(self, ring: list[list[float]]) -> tuple[Point, ...]:
        """As a plan counts: right and down."""
        return tuple((x * self.across - self.left, self.top - y) for x, y in ring)
