"""Locked records and their changes, for whoever proposes or decides one."""

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import Conflict
from core.permissions import fetch_for, require
from incidents.models import DeescalationRecord, RecordAmendment
from incidents.record_workflow import AMENDMENT
from incidents.selectors import records


def to_amend(actor: Actor, pk: object) -> DeescalationRecord:
    """The record when this actor may propose a change of it now."""
    record = records.one(actor, pk)
    require(actor, "record.amend", record)
    if record.status != "locked":
        raise Conflict(_("Only a locked record is amended; before that it is returned or saved."))
    return record


def to_decide(actor: Actor, pk: object, name: str) -> RecordAmendment:
    """The change of a sent form, refused to whoever may not decide it."""
    rows = RecordAmendment.objects.select_related("by", "decided_by", "record__subject", "record__incident")
    return fetch_for(rows, actor, pk, AMENDMENT.permission(name))
