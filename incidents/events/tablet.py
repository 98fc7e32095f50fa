"""What can happen to the officer's tablet: devices, sealed entries, what came late."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_ENTRY = frozenset({"kind", "device", "seq", "code"})

TYPES: tuple[EventType, ...] = (
    EventType("device.registered", _("A device was registered"), frozenset({"kind"})),
    EventType("device.revoked", _("A device was revoked"), frozenset({"kind"})),
    EventType("device.emptied", _("What a revoked device held was taken over"), frozenset({"count"})),
    EventType("sealing_key.made", _("A key for sealing was made"), frozenset({"kid"})),
    EventType("tablet.refused", _("An entry from a tablet was refused (%(kind)s)"), _ENTRY),
    EventType("tablet.superseded", _("A refused entry was entered again (%(kind)s)"), _ENTRY),
    EventType("tablet.withdrawn", _("A refused entry was withdrawn (%(kind)s)"), _ENTRY),
    EventType("tablet.seen", _("A refused entry was read (%(kind)s)"), _ENTRY),
    EventType("tablet.checked_in", _("The officer said that all is well")),
    EventType("quarantine.opened", _("An entry of a revoked device was opened (%(kind)s)"), _ENTRY),
)
