"""The picture beneath a plan: an SVG cleaned and kept as text, or an image drawn anew and kept as a file."""

from dataclasses import dataclass
from typing import Any

from core.actors import Actor
from officers import uploads
from officers.models import PlanBackground
from officers.plans import sanitize, svg_rules
from officers.services import files
from officers.vocabulary import BackgroundKind

# An SVG has no first bytes of its own; what begins like XML is read as one, and refused there when it is none.
BEGINNINGS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")


@dataclass(frozen=True, slots=True)
class Picture:
    """What may be kept: one of the two."""

    svg: sanitize.CleanSvg | None = None
    image: uploads.Checked | None = None


def check(upload: Any) -> Picture:
    """By its content, whatever it is called; a refusal names the field `file`."""
    start = upload.read(64).lstrip()
    upload.seek(0)
    if start.startswith(BEGINNINGS):
        return Picture(svg=sanitize.clean(upload.read(svg_rules.MOST_BYTES + 1)))
    return Picture(image=uploads.plan(upload))


def keep(picture: Picture, *, actor: Actor, agency_id: Any) -> PlanBackground:
    """A row of its own: several drawings may lie over it."""
    found = PlanBackground(agency_id=agency_id, uploaded_by_id=actor.person)
    if picture.svg is not None:
        clean, found.kind = picture.svg, BackgroundKind.SVG
        found.svg, found.left, found.top = clean.markup, clean.left, clean.top
        found.width, found.height = clean.width, clean.height
    elif picture.image is not None:
        found.kind, found.file = BackgroundKind.IMAGE, files.keep_plan(picture.image, actor=actor, agency_id=agency_id)
        found.width, found.height = uploads.size_of(picture.image)
    found.save(force_insert=True)
    return found
