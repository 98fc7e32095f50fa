"""Each service of this area beside its form and its request body."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
