"""Services of duties that the law sets, their clocks and forms beside their forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
