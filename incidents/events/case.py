"""What can happen to calls, incidents and assignments."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

# `rank` is the unit's place in the recommendation, by weights of version `ranking`; `override` is why not the first.
SENT = frozenset({"unit", "cit", "minutes", "rank", "ranking", "override", "instead_of"})

TYPES: tuple[EventType, ...] = (
    EventType("call.logged", _("Call %(number)s was logged"), frozenset({"number", "via"})),
    EventType("incident.opened", _("Incident %(number)s was opened"), frozenset({"number", "nature", "priority"})),
    EventType("incident.triaged", _("The call was assessed"), frozenset({"priority", "rules", "cit_required"})),
    EventType("incident.reassessed", _("Assessed again"), frozenset({"priority", "rules", "cit_required"})),
    EventType("incident.dispatched", _("%(unit)s was sent"), SENT),
    EventType("incident.reinforced", _("%(unit)s was added"), SENT),
    EventType("incident.cleared", _("All units are clear")),
    EventType("incident.closed", _("The incident was closed"), frozenset({"reason"})),
    EventType("incident.cancelled", _("The incident was cancelled"), frozenset({"reason"})),
    EventType("incident.reopened", _("The incident was reopened"), frozenset({"reason"})),
    EventType("incident.begun", _("The scheduled time has come")),
    EventType("incident.merged", _("Merged into %(into)s"), frozenset({"into", "reason"})),
    EventType(
        "incident.prioritized", _("The priority was set to %(priority)s"), frozenset({"priority", "was", "reason"})
    ),
    EventType("incident.transferred", _("Handed over to %(desk)s"), frozenset({"desk", "was"})),
    EventType("assignment.started", _("%(unit)s is en route"), frozenset({"unit"})),
    EventType("assignment.arrived", _("%(unit)s is on scene"), frozenset({"unit", "cit"})),
    EventType("assignment.cleared", _("%(unit)s is clear"), frozenset({"unit", "reason"})),
    EventType("assignment.cancelled", _("%(unit)s was cancelled"), frozenset({"unit", "reason"})),
    EventType("assignment.led", _("%(unit)s leads"), frozenset({"unit"})),
    EventType("weights.set", _("The weights of the recommendation were set"), frozenset({"version", "changed"})),
)
