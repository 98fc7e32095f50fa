"""The words of legal forms: which version is in force on a day, and the versions that an agency has."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import fetch, fetch_for, require, visible
from incidents.law_vocabulary import TemplateState
from incidents.models import LegalTemplate
from officers.models import Agency

SHOWN = 200


def in_force(agency_id: UUID, slug: str, language: str, day: date) -> LegalTemplate:
    """The version of that day; where the language has none, the English one."""
    rows = LegalTemplate.objects.filter(agency_id=agency_id, slug=slug, status=TemplateState.ACTIVE)
    past = rows.filter(effective_from__lte=day).order_by("-effective_from", "-number")
    found = past.filter(language=language).first() or past.filter(language="en").first()
    if found is None:
        raise BrokenRule(_("No words of this form are in force on that day. A supervisor puts a version in use."))
    return found


def languages(agency_id: UUID, slug: str, day: date) -> list[str]:
    """The languages in which the form can be written on that day."""
    rows = LegalTemplate.objects.filter(agency_id=agency_id, slug=slug, status=TemplateState.ACTIVE)
    found = rows.filter(effective_from__lte=day).order_by().values_list("language", flat=True).distinct()
    return sorted(found)


def _rows() -> QuerySet[LegalTemplate]:
    return LegalTemplate.objects.select_related("written_by", "approved_by", "agency")


def listed(actor: Actor) -> list[LegalTemplate]:
    """Every version, the newest of each form first."""
    require(actor, "legal_template.read")
    return list(visible(_rows(), actor)[:SHOWN])


def one(actor: Actor, pk: object) -> LegalTemplate:
    """A version that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_try(actor: Actor, pk: object, name: str) -> LegalTemplate:
    """The version of a sent form: the permission is asked before the input."""
    return fetch_for(_rows(), actor, pk, LegalTemplate.workflow.permission(name))


def agency(actor: Actor) -> Agency:
    """The agency whose words the actor may write."""
    require(actor, "legal_template.write")
    return Agency.objects.get(pk=actor.agency_id)
