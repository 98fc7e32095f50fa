"""Sending from the call form: the chosen officers in order, and an answer to "too late" that can be acted on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict, DomainError
from incidents.models import Assignment, Incident
from incidents.services import assignments
from incidents.shown import passed_on
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer


class _Gone(Exception):
    """An officer who was free when chosen and is not free now."""

    def __init__(self, officer: Officer, refusal: DomainError) -> None:
        super().__init__()
        self.officer, self.refusal = officer, refusal


def send(
    incident: Incident,
    officers: Sequence[Officer],
    client_key: UUID,
    actor: Actor,
    at: datetime,
    said: Mapping[str, str],
) -> None:
    """Send each of them; the seal of the form becomes the seal of the incident that did not exist when it was shown."""
    shown = passed_on(said["shown"], client_key, incident.pk, at)
    for officer in officers:
        try:
            assignments.send(
                incident,
                actor=actor,
                expected_version=None,
                officer=officer,
                cit_unavailable_reason=said["cit_unavailable_reason"],
                override_reason=said["override_reason"],
                override_note=said["override_note"],
                shown=shown,
                at=at,
            )
        except (BrokenRule, Conflict) as refusal:
            if refusal.fields:
                raise
            raise _Gone(officer, refusal) from refusal


@contextmanager
def explaining(actor: Actor, at: datetime) -> Iterator[None]:
    """Around the transaction: once it is undone, say who took the officer, where to and when."""
    try:
        yield
    except _Gone as gone:
        words = _fate(gone.officer, at) or str(gone.refusal)
        raise type(gone.refusal)(words, fields={"officers": words}) from gone


def _fate(officer: Officer, at: datetime) -> str:
    parts = Assignment.objects.filter(officer=officer, status__in=ACTIVE_ASSIGNMENT)
    part = parts.select_related("incident__desk", "sent_by").first()
    if part is None:
        return ""
    known = {
        "unit": officer.call_sign,
        "incident": part.incident.number,
        "who": part.incident.desk.name if part.incident.desk else part.sent_by.name,
        "seconds": max(int((at - part.dispatched_at).total_seconds()), 0),
    }
    return str(_("%(unit)s was sent to %(incident)s by %(who)s %(seconds)s s ago.") % known)
