"""Notes, attachments and names that were shown: services beside forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
