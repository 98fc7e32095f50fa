"""Services of the officer's tablet: devices, sealed entries, what came late beside their forms and bodies."""

from core.web.doors import Door
from incidents.api.field import DoneIn
from incidents.field_forms import DoneForm
from incidents.services import asks, tablet_devices
from incidents.tablet_forms import RevokeForm, RevokeIn

DOORS: tuple[Door, ...] = (
    (tablet_devices.revoke, RevokeForm, RevokeIn),
    (asks.done, DoneForm, DoneIn),
)
