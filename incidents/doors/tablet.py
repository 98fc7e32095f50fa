"""Services of the officer's tablet: devices, sealed entries, what came late beside their forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
