"""Legal forms that exist for an actor."""

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for
from incidents.models import LegalForm


def _rows() -> QuerySet[LegalForm]:
    return LegalForm.objects.select_related(
        "duty__record__author",
        "duty__record__subject",
        "duty__incident__campus",
        "duty__incident__building",
        "duty__incident__room",
        "duty__subject",
        "duty__agency",
        "template__agency",
        "agency",
        "signed_by",
    )


def one(actor: Actor, pk: object) -> LegalForm:
    """A form that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_try(actor: Actor, pk: object, name: str) -> LegalForm:
    """The form of a sent page: the permission is asked before the input."""
    return fetch_for(_rows(), actor, pk, LegalForm.workflow.permission(name))
