"""Each service of this area beside its form and its request body, kind by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from officers.api import places_in as bodies
from officers.forms import place_rows as forms
from officers.services import aliases, extensions, periods, premises, room_uses


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be done with rows of one kind; `noun` stands in addresses."""

    noun: str
    add: Door
    change: Door
    turns: Mapping[str, Door]


def _turns(service: ModuleType) -> dict[str, Door]:
    return {
        "withdraw": (service.withdraw, VersionForm, VersionIn),
        "restore": (service.restore, VersionForm, VersionIn),
    }


KINDS = {
    kind.noun: kind
    for kind in (
        Kind(
            "aliases",
            (aliases.add, forms.AliasForm, bodies.AliasIn),
            (aliases.change, forms.ChangeAliasForm, bodies.ChangeAliasIn),
            _turns(aliases),
        ),
        Kind(
            "extensions",
            (extensions.add, forms.ExtensionForm, bodies.ExtensionIn),
            (extensions.change, forms.ChangeExtensionForm, bodies.ChangeExtensionIn),
            _turns(extensions),
        ),
        Kind(
            "premises",
            (premises.add, forms.PremiseForm, bodies.PremiseIn),
            (premises.change, forms.ChangePremiseForm, bodies.ChangePremiseIn),
            _turns(premises),
        ),
        Kind(
            "periods",
            (periods.add, forms.PeriodForm, bodies.PeriodIn),
            (periods.change, forms.ChangePeriodForm, bodies.ChangePeriodIn),
            _turns(periods),
        ),
        Kind(
            "uses",
            (room_uses.add, forms.UseForm, bodies.UseIn),
            (room_uses.change, forms.ChangeUseForm, bodies.ChangeUseIn),
            _turns(room_uses),
        ),
    )
}
DOORS: tuple[Door, ...] = tuple(
    door for kind in KINDS.values() for door in (kind.add, kind.change, *kind.turns.values())
)
