"""What every record of a district carries: its agency."""

from typing import Any

from django.db import models

from core.models import Flowing, Record


class AgencyRecord(Record):
    """A record that belongs to one agency, set once."""

    agency = models.ForeignKey("officers.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class AgencyFlow(Flowing):
    """A record with a status that belongs to one agency and to no case."""

    agency = models.ForeignKey("officers.Agency", on_delete=models.PROTECT, related_name="+")
    agency_id: Any

    class Meta:
        abstract = True


class CaseRecord(Flowing):
    """A record with a status, of one agency and one case; the case is minted with the first call."""

    agency = models.ForeignKey("officers.Agency", on_delete=models.PROTECT, related_name="+")
    case_id = models.UUIDField(editable=False)
    agency_id: Any

    class Meta:
        abstract = True
