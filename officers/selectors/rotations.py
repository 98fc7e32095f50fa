"""Templates and rotations, for those who keep them."""

from django.db.models import Count, Q, QuerySet

from core.actors import Actor
from core.permissions import fetch_for, visible
from officers.models import Rotation, RotationMember, ShiftTemplate

MOST = 200


def templates(actor: Actor) -> list[ShiftTemplate]:
    """All of them, those in use first."""
    return list(visible(ShiftTemplate.objects.all(), actor).order_by("-active", "starts", "name")[:MOST])


def template(actor: Actor, pk: object) -> ShiftTemplate:
    """One to change."""
    return fetch_for(ShiftTemplate.objects.all(), actor, pk, "template.keep")


def rotations(actor: Actor) -> list[Rotation]:
    """All of them with the number of people in each, those in use first."""
    standing = Count("members", filter=Q(members__to_day__isnull=True))
    rows = visible(Rotation.objects.annotate(people=standing), actor)
    return list(rows.order_by("-active", "name")[:MOST])


def rotation(actor: Actor, pk: object) -> Rotation:
    """One to change."""
    return fetch_for(Rotation.objects.all(), actor, pk, "rotation.keep")


def pattern_names(rotation: Rotation) -> list[str]:
    """The pattern's templates by name; a day off is an empty text."""
    names = {
        str(pk): name for pk, name in ShiftTemplate.objects.filter(agency=rotation.agency_id).values_list("pk", "name")
    }
    return [names.get(key, "") for key in rotation.pattern]


def members(actor: Actor, rotation: Rotation) -> list[RotationMember]:
    """Who works it, those without a last day first."""
    rows = visible(_members(), actor).filter(rotation=rotation.pk)
    return list(rows.order_by("-to_day", "officer__call_sign")[:MOST])


def member(actor: Actor, pk: object) -> RotationMember:
    """One to end."""
    return fetch_for(_members(), actor, pk, "rotation.keep")


def _members() -> QuerySet[RotationMember]:
    return RotationMember.objects.select_related("officer__user", "campus", "rotation")
