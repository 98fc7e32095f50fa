"""Setting what circumstances are worth when a unit is chosen."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.models import RankingWeights
from incidents.ranking.weights import bounds
from incidents.selectors.weights import in_force
from officers.models import Agency


class Numbers(TypedDict):
    """Every weight; minutes, or hours where the name ends so."""

    cit: int
    language: int
    skill: int
    crisis_call: int
    long_duty: int
    long_duty_hours: int
    short_rest: int
    short_rest_hours: int
    stale_place: int
    stale_place_hours: int
    unknown_distance: int


def set(
    agency: Agency,
    *,
    actor: Actor,
    expected_version: int,
    at: datetime | None = None,
    **numbers: Unpack[Numbers],
) -> RankingWeights:
    """Keep the weights as a new version; earlier ones stay, since assignments name them."""
    moment = at or clock.now()
    require(actor, "weights.set", RankingWeights(agency=agency))
    _check(numbers)
    with transaction.atomic():
        before = in_force(agency.pk)
        if before.version != expected_version:
            raise _overtaken()
        row = _create(RankingWeights(agency=agency, version=before.version + 1, set_at=moment, **numbers), actor)
        changed = {name: value for name, value in numbers.items() if getattr(before, name) != value}
        facts = {"version": row.version, "changed": changed}
        ledger.announce("weights.set", record=row, actor=actor, at=moment, facts=facts)
    return row


def _create(row: RankingWeights, actor: Actor) -> RankingWeights:
    row.set_by_id = actor.person
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        # Two supervisors pressed the button in the same second: the database keeps the first.
        raise _overtaken() from error
    return row


def _overtaken() -> Conflict:
    return Conflict(_("The weights were changed by someone else a moment ago. Look at them again."))


def _check(numbers: Numbers) -> None:
    wrong = {}
    for name, value in numbers.items():
        least, most = bounds(name)
        if not isinstance(value, int) or not least <= value <= most:
            wrong[name] = _("From %(least)s to %(most)s.") % {"least": least, "most": most}
    if wrong:
        raise BrokenRule(_("A weight is out of its bounds."), fields=wrong)
