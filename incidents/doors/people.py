"""Services of people and their earlier contacts beside their forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
