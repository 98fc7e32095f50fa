"""What can happen to log-ins."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("account.released", _("A locked log-in was released"), frozenset({"reason"})),
)
