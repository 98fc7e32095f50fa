"""What can happen to the roster. Names of people never enter; a call sign does."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_UNIT = frozenset({"unit"})

TYPES: tuple[EventType, ...] = (
    EventType("officer.enrolled", _("A person was put on the roster"), frozenset({"unit", "badge", "file"})),
    EventType("officer.updated", _("The roster row was changed"), frozenset({"unit", "fields", "file"})),
    EventType("officer.photographed", _("A photo was kept"), _UNIT),
    EventType("officer.deactivated", _("The person left the roster"), frozenset({"unit", "separated_on"})),
    EventType("officer.reactivated", _("The person is back on the roster"), frozenset({"unit", "hired_on", "left_on"})),
    EventType("officer.restricted", _("A restriction was set"), frozenset({"unit", "kind", "until"})),
    EventType("officer.restriction_lifted", _("A restriction was lifted"), frozenset({"unit", "kind"})),
    EventType("roster.exported", _("The roster was exported"), frozenset({"rows", "sha256"})),
)
