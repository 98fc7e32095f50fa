"""Services of the de-escalation record beside their forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
