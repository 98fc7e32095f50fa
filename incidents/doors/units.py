"""Units of an incident, pending calls and hand-over: services beside forms and bodies."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from incidents.api.serializers import CloseIn, SendIn
from incidents.api.units_bodies import NoWordsIn, OfferIn, PendingIn, ReleaseIn
from incidents.forms import CloseForm, SendForm
from incidents.services import crew, ending, handovers, pending
from incidents.units_forms import NoWordsForm, OfferForm, PendingForm, ReleaseForm

# Moves of incidents and assignments that have a page of their own.
TRANSFER: Door = (handovers.offer, OfferForm, OfferIn)
LEAD: Door = (crew.lead, VersionForm, VersionIn)
HANDOVER_MOVES: dict[str, Door] = {
    "take": (handovers.take, NoWordsForm, NoWordsIn),
    "withdraw": (handovers.withdraw, NoWordsForm, NoWordsIn),
}
DOORS: tuple[Door, ...] = (
    (crew.release, ReleaseForm, ReleaseIn),
    (crew.swap, SendForm, SendIn),
    (ending.finish, CloseForm, CloseIn),
    (ending.clear_all, VersionForm, VersionIn),
    (pending.put, PendingForm, PendingIn),
    (pending.drop, NoWordsForm, NoWordsIn),
    *HANDOVER_MOVES.values(),
)
