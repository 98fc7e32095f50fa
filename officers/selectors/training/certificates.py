"""One completion at a time: to decide about, or with its file."""

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch_for
from officers.models import Certification


def to_verify(actor: Actor, pk: object) -> Certification:
    """A completion that the actor may verify."""
    return fetch_for(_rows(), actor, pk, "certification.verify")


def to_refuse(actor: Actor, pk: object) -> Certification:
    """A completion that the actor may refuse."""
    return fetch_for(_rows(), actor, pk, "certification.refuse")


def _rows() -> QuerySet[Certification]:
    return Certification.objects.select_related("course", "file", "user")
