"""Opening a record: one to an incident, a person and an author, with what was known before."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.numbering import next_numbers
from core.permissions import require
from incidents.models import DeescalationRecord, Incident, Subject
from incidents.services import record_officers, record_prefill, subjects


def begin(
    incident: Incident,
    *,
    actor: Actor,
    role: str,
    name: str,
    grade: str,
    subject: UUID | None = None,
    another: bool = False,
    at: datetime | None = None,
) -> DeescalationRecord:
    """Open the author's record of a person; a second attempt finds the first.

    `subject` is a person who is named in the incident already; `another` is one more of the same role.
    """
    moment = at or clock.now()
    require(actor, "record.open", incident)
    if not incident.assignments.filter(officer__user=actor.id, on_scene_at__isnull=False).exists():
        raise BrokenRule(_("Only an officer who was on scene writes a record of it."))
    with transaction.atomic():
        # Two taps in one moment wait here for each other.
        Incident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
        about = _subject(incident, subject, role, name, grade, another=another)
        earlier = DeescalationRecord.objects.filter(incident=incident, author=actor.id, subject=about).first()
        return earlier or _create(incident, about, actor, moment)


def _create(incident: Incident, about: Subject, actor: Actor, at: datetime) -> DeescalationRecord:
    year = at.astimezone(incident.agency.zone).year
    number = next_numbers(incident.agency_id, year, "encounter")["encounter"]
    record = DeescalationRecord.objects.create(
        agency_id=incident.agency_id,
        case_id=incident.case_id,
        number=number.replace("-", "-E-"),
        incident=incident,
        subject=about,
        author_id=actor.person,
        **record_prefill.known(incident, about, actor, at),
    )
    record_officers.refresh(record)
    ledger.announce("record.opened", record=record, actor=actor, at=at, facts={})
    return record


def _subject(incident: Incident, subject: UUID | None, role: str, name: str, grade: str, *, another: bool) -> Subject:
    """The person a second officer means is the one already named, unless they name somebody else."""
    known = incident.subjects.filter(role=role).order_by("created_at")
    if subject is not None:
        named = incident.subjects.filter(pk=subject).first()
        if named is None:
            raise BrokenRule(_("This person does not belong to the incident."), fields={"subject": _("Choose again.")})
        return named
    found = known.filter(name__iexact=name).first() if name else known.first()
    if found is not None and not another:
        return found
    made = subjects.build(incident, {"role": role, "name": name, "grade": grade})
    made.save(force_insert=True)
    return made
