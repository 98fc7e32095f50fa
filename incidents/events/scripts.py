"""Versions of the dispatcher's script: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("script.written", _("Version %(number)s of the script was begun"), frozenset({"number"})),
    EventType("script.revised", _("Version %(number)s of the script was saved"), frozenset({"number"})),
    EventType(
        "script.tried",
        _("Version %(number)s of the script was run beside the one in use"),
        frozenset({"number", "sha256", "cases", "changed"}),
    ),
    EventType("script.approved", _("Version %(number)s of the script was approved"), frozenset({"number", "sha256"})),
    EventType("script.activated", _("Version %(number)s of the script is in use"), frozenset({"number", "was"})),
    EventType("script.retired", _("Version %(number)s of the script was retired"), frozenset({"number"})),
)
