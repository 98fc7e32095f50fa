"""Lookouts: services beside forms and bodies."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from incidents.api.bolos_bodies import LookoutIn
from incidents.bolos_forms import LookoutForm
from incidents.services import bolos

LOOKOUT_MOVES: dict[str, Door] = {
    "locate": (bolos.locate, VersionForm, VersionIn),
    "cancel": (bolos.cancel, VersionForm, VersionIn),
}
DOORS: tuple[Door, ...] = ((bolos.issue, LookoutForm, LookoutIn), *LOOKOUT_MOVES.values())
