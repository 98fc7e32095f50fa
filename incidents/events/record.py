"""What can happen to the de-escalation record."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("record.opened", _("A record was begun")),
    EventType("record.revised", _("The record was saved")),
    EventType("record.submitted", _("The record was filed"), frozenset({"force_review", "chief_review"})),
    EventType("record.returned", _("The record was returned")),
    EventType("record.force_reviewed", _("The force in the record was read")),
    EventType("record.gravest_reviewed", _("The record was read for the chief")),
    EventType("record.approved", _("The record was approved")),
    EventType("record.locked", _("The record was locked"), frozenset({"sha256", "why"})),
    EventType("record.amended", _("The record was amended"), frozenset({"number", "section"})),
    EventType("record.confirmed", _("%(unit)s confirmed the record"), frozenset({"unit"})),
    EventType("record.printed", _("The record was printed"), frozenset({"purpose", "language"})),
    EventType("record.attached", _("A file was added to the record"), frozenset({"media_type"})),
    EventType("amendment.proposed", _("A change of the record was proposed"), frozenset({"number", "section"})),
    EventType("amendment.accepted", _("A change of the record was accepted"), frozenset({"number", "section"})),
    EventType("amendment.refused", _("A change of the record was refused"), frozenset({"number", "section"})),
    EventType("record_policy.set", _("The rules for records were set"), frozenset({"changed"})),
)
