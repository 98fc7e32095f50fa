"""The outline of a campus: one for each, drawn anew as a whole."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import Conflict
from core.permissions import require
from officers.models import Campus, CampusOutline
from officers.plans import ground
from officers.plans.shapes import Mistake
from officers.services.plan_drawings import refusal

# A campus that was never drawn counts as drawn once with nothing.
UNDRAWN = 1


def draw(
    campus: Campus, *, actor: Actor, expected_version: int | None, outline: str, at: datetime | None = None
) -> CampusOutline:
    """Grounds and buildings as text, in longitude and latitude."""
    require(actor, "plan.draw", campus)
    try:
        found = ground.parse(outline)
    except Mistake as mistake:
        raise refusal(mistake, "outline") from mistake
    with transaction.atomic():
        # The campus is held, so that two first drawings cannot both be the first.
        Campus.objects.select_for_update(of=("self",)).get(pk=campus.pk)
        row = CampusOutline.objects.filter(campus=campus).first()
        kept = row or CampusOutline(agency_id=campus.agency_id, campus=campus, version=UNDRAWN)
        if expected_version is not None and kept.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago. Look at it again before you change it."))
        kept.ring = [list(point) for point in found.ring]
        kept.buildings = [{"name": name, "ring": [list(p) for p in ring]} for name, ring in found.buildings.items()]
        kept.version += 1
        kept.save()
        facts = {"campus": str(campus.pk), "points": len(found.ring)}
        ledger.announce("outline.drawn", record=kept, actor=actor, at=at or clock.now(), facts=facts)
    return kept
