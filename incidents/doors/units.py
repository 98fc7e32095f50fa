"""Units of an incident, pending calls and hand-over: services beside forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
