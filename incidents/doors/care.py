"""Services of response plans beside their forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
