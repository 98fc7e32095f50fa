"""Groups of campuses that are covered together. A campus is in one group at most; taking it moves it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Agency, Campus, CampusGroup, CampusGroupMember
from officers.services.versions import hold


def add(
    agency: Agency, *, actor: Actor, name: str, campuses: Iterable[Campus], at: datetime | None = None
) -> CampusGroup:
    """A new group with these campuses."""
    require(actor, "coverage.set")
    group = CampusGroup(agency=agency, name=name)
    with transaction.atomic():
        _save(group, new=True)
        _place(group, list(campuses))
        _announce("campus_group.added", group, actor, at)
    return group


def change(
    group: CampusGroup,
    *,
    actor: Actor,
    expected_version: int | None,
    name: str,
    campuses: Iterable[Campus],
    at: datetime | None = None,
) -> CampusGroup:
    """Another name, other campuses; one that no group holds is counted by rules of the whole agency alone."""
    with transaction.atomic():
        locked = hold(group, expected_version)
        require(actor, "coverage.set", locked)
        locked.name = name
        _save(locked)
        _place(locked, list(campuses))
        _announce("campus_group.changed", locked, actor, at)
    return locked


def _place(group: CampusGroup, campuses: list[Campus]) -> None:
    rows = CampusGroupMember.objects.filter(agency=group.agency_id)
    rows.filter(group=group).exclude(campus__in=campuses).update(group=None)
    for campus in campuses:
        rows.update_or_create(
            campus=campus, defaults={"group": group}, create_defaults={"group": group, "agency_id": group.agency_id}
        )


def _save(group: CampusGroup, *, new: bool = False) -> None:
    try:
        with transaction.atomic():
            if not new:
                group.version += 1
            group.save(force_insert=new)
    except IntegrityError as error:
        text = _("There is already a group with this name.")
        raise BrokenRule(text, fields={"name": text}) from error


def _announce(event: str, group: CampusGroup, actor: Actor, at: datetime | None) -> None:
    number = CampusGroupMember.objects.filter(group=group).count()
    ledger.announce(event, record=group, actor=actor, at=at or clock.now(), facts={"campuses": number})
