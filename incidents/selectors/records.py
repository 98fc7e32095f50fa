"""De-escalation records: one, and the list of those an actor writes or reviews."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import Conflict
from core.permissions import fetch, fetch_for, may, require, visible
from incidents.models import DeescalationRecord, Incident
from incidents.record_workflow import FILED, RECORD, RecordState

__all__ = ["FILED", "FILTERS", "listed", "one", "own_or_refuse", "to_return", "to_review", "to_try"]
PAGE = 50
FILTERS: tuple[tuple[str, str | Promise], ...] = (("", _("All")), *RecordState.choices)


def _rows() -> QuerySet[DeescalationRecord]:
    return DeescalationRecord.objects.select_related("incident__campus", "author", "subject")


def one(actor: Actor, pk: object) -> DeescalationRecord:
    """A record that exists for this actor."""
    return fetch(_rows(), actor, pk)


def own_or_refuse(actor: Actor, incident: Incident) -> DeescalationRecord | None:
    """The actor's own record of an incident, for whoever writes records."""
    require(actor, "record.open", incident)
    return visible(_rows(), actor).filter(incident=incident, author=actor.id).first()


def to_return(actor: Actor, pk: object) -> DeescalationRecord:
    """The record when this actor may give it back now."""
    record = one(actor, pk)
    require(actor, "record.return", record)
    if record.status != "submitted":
        raise Conflict(_("This is not possible: the status is already “%s”.") % record.get_status_display())
    return record


def to_try(actor: Actor, pk: object, name: str) -> DeescalationRecord:
    """The record of a sent form, refused to whoever may not make the move."""
    return fetch_for(_rows(), actor, pk, RECORD.permission(name))


def to_review(actor: Actor) -> QuerySet[DeescalationRecord]:
    """Filed records that wait for somebody other than their author."""
    rows = visible(_rows(), actor).filter(status="submitted").exclude(author=actor.id)
    return rows.order_by("submitted_at")


def listed(actor: Actor, status: str, page: int) -> Page[DeescalationRecord]:
    """One page of the records an actor writes or reviews, the newest first."""
    if not may(actor, "record.open"):
        require(actor, "record.approve")
    rows = visible(_rows(), actor)
    if status:
        rows = rows.filter(status=status)
    return Paginator(rows.order_by("-created_at"), PAGE).get_page(page)
