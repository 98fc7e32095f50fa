"""Files that were handed in, for whoever may see what they belong to."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import fetch
from officers import storage
from officers.models import Certification, FloorPlan, Officer, PlanDrawing, StoredFile


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes, compared with their hash, and what they are."""

    data: bytes
    media_type: str
    name: str


def certificate(actor: Actor, pk: object) -> Content:
    """The file of a completion that exists for this actor."""
    return _content(fetch(Certification.objects.select_related("file"), actor, pk).file)


def photo(actor: Actor, pk: object) -> Content:
    """The photo of a person who exists for this actor."""
    return _content(fetch(Officer.objects.select_related("photo"), actor, pk).photo)


def plan_background(actor: Actor, pk: object, number: int | None = None) -> Content:
    """The image beneath a drawing of a plan that exists for this actor, the one that counts unless another is named."""
    plan = fetch(FloorPlan.objects.all(), actor, pk)
    rows = PlanDrawing.objects.filter(plan=plan, number=number or plan.version).select_related("background__file")
    drawing = rows.first()
    return _content(drawing.background.file if drawing is not None and drawing.background is not None else None)


def _content(file: StoredFile | None) -> Content:
    if file is None:
        raise NotFound(_("No file was handed in."))
    return Content(storage.read(file.agency_id, file.sha256), file.media_type, file.name)
