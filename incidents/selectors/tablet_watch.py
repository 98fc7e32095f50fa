"""What came late, was refused, or did not come at all: for supervisors, and for the officer about their own device."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, F, IntegerField, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, Lag

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from incidents.models import Device, Quarantine, TabletCommand
from incidents.models.tablet import CommandState, Settled
from incidents.selectors import tablet_devices
from incidents.tablet.gaps import between, words
from incidents.tablet.times import FLAGGED

LOOKS_BACK = timedelta(days=30)
MOST = 100


@dataclass(frozen=True, slots=True)
class Watched:
    """One device, which of its numbers are missing, and whether its clock is wrong."""

    device: Device
    missing: list[str]

    @property
    def clock_is_wrong(self) -> bool:
        """By more than two minutes."""
        return abs(self.device.offset_s) > FLAGGED.total_seconds()


@dataclass(frozen=True, slots=True)
class Watch:
    """All that somebody should look at."""

    devices: list[Watched]
    refused: list[TabletCommand]
    late: list[TabletCommand]
    quarantine: list[Quarantine]


def watch(actor: Actor, at: datetime) -> Watch:
    """Devices for whoever keeps them; entries for supervisors alone, by their scope."""
    devices = tablet_devices.listed(actor)
    gaps = missing(devices, at)
    rows = visible(_commands(), actor).filter(recorded_at__gt=at - LOOKS_BACK)
    refused = visible(_commands(), actor).filter(
        state=CommandState.REFUSED, reviewed_at__isnull=True, settled=Settled.OPEN
    )
    held = visible(Quarantine.objects.select_related("device"), actor)
    return Watch(
        devices=[Watched(device, gaps.get(device.pk, [])) for device in devices],
        refused=list(refused.order_by("recorded_at")[:MOST]),
        late=list(rows.filter(late=True)[:MOST]),
        quarantine=list(held.order_by("reviewed_at", "taken_at", "client_seq")[:MOST]),
    )


def missing(devices: Sequence[Device], at: datetime) -> Mapping[UUID, list[str]]:
    """By device, the numbers of the last thirty days that have not come; two questions for any number of devices."""
    since = at - LOOKS_BACK
    # What a new device counts from; an old one's first number in the window has its neighbor before it.
    first = Case(
        When(device__created_at__gte=since, then=Value(0)),
        default=F("client_seq") - 1,
        output_field=IntegerField(),
    )
    rows = TabletCommand.objects.filter(device__in=devices, client_seq__isnull=False, recorded_at__gte=since)
    before = Window(Lag("client_seq"), partition_by="device", order_by="client_seq")
    apart = rows.annotate(before=Coalesce(before, first)).filter(client_seq__gt=F("before") + 1)
    pairs: dict[UUID, list[tuple[int, int]]] = defaultdict(list)
    for counted, lower, upper in apart.order_by().values_list("device", "before", "client_seq"):
        pairs[counted].append((lower, upper or 0))
    taken: dict[UUID, list[int]] = defaultdict(list)
    for device in devices:
        taken[device.pk].extend(device.refused_seqs)
    if pairs:
        for holder, number in Quarantine.objects.filter(device__in=pairs).values_list("device", "client_seq"):
            taken[holder].append(number)
    return {pk: [words(gap) for gap in between(found, taken[pk])] for pk, found in pairs.items()}


def own(device: Device | None, at: datetime) -> list[str]:
    """What is missing of the device that asks."""
    return list(missing([device], at).get(device.pk, [])) if device else []


def to_open(actor: Actor, pk: object) -> TabletCommand:
    """A refused entry, for whoever reviews."""
    return fetch_for(_commands().filter(state=CommandState.REFUSED), actor, pk, "tablet.review")


def quarantined(actor: Actor, pk: object) -> Quarantine:
    """An entry of a revoked device, for whoever reviews."""
    return fetch_for(Quarantine.objects.select_related("device"), actor, pk, "quarantine.open")


def may_watch(actor: Actor) -> None:
    """Refuse whoever keeps no devices."""
    require(actor, "device.read")


def _commands() -> QuerySet[TabletCommand]:
    return TabletCommand.objects.select_related("device", "incident", "user")
