"""Of whom a filed record speaks, so that a supervisor can keep the unit that wrote it away from that person."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import may, require
from incidents.models import DeescalationRecord
from incidents.selectors import records
from incidents.selectors.records import FILED
from officers.models import Officer


class Meeting(NamedTuple):
    """The unit of a record, and the record."""

    officer: Officer
    record: DeescalationRecord


def meeting(actor: Actor, pk: object) -> Meeting:
    """The record and its author's row of the roster, for whoever may restrict that officer."""
    record = records.one(actor, pk)
    officer = _author(record)
    if officer is None:
        raise NotFound(_("The author is not on the roster."))
    require(actor, "officer.restrict", officer)
    return Meeting(officer, record)


def restrictable(actor: Actor, record: DeescalationRecord) -> Officer | None:
    """The unit whose next sending this reader may forbid; None when there is nothing to offer."""
    officer = _author(record) if record.status in FILED else None
    return officer if officer and officer.active and may(actor, "officer.restrict", officer) else None


def _author(record: DeescalationRecord) -> Officer | None:
    rows = Officer.objects.filter(agency=record.agency_id, user=record.author_id)
    return rows.select_related("agency", "user").first()
