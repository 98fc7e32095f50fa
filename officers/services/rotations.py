"""Rotations: a pattern of days that repeats, and who works it how many days behind its start."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Agency, Campus, Officer, Rotation, RotationMember, ShiftTemplate
from officers.planning.rotation import LONGEST


def make(*, actor: Actor, name: str, starts_on: date, pattern: list[str], at: datetime | None = None) -> Rotation:
    """A new one; each day is a template's key, or empty for a day off."""
    require(actor, "rotation.keep")
    _check(actor, pattern)
    agency = Agency.objects.get(pk=actor.agency_id)
    return _save(Rotation(agency=agency, name=name, starts_on=starts_on, pattern=pattern), "rotation.made", actor, at)


def change(
    rotation: Rotation,
    *,
    actor: Actor,
    expected_version: int | None,
    name: str,
    starts_on: date,
    pattern: list[str],
    active: bool = True,
    at: datetime | None = None,
) -> Rotation:
    """Shifts already made stay as they are; what is generated from now on follows the new pattern."""
    require(actor, "rotation.keep", rotation)
    _check(actor, pattern)
    with transaction.atomic():
        found = Rotation.objects.select_for_update().get(pk=rotation.pk)
        if expected_version is not None and found.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago."))
        found.name, found.starts_on, found.pattern, found.active = name, starts_on, pattern, active
        found.version += 1
        return _save(found, "rotation.changed", actor, at)


def join(
    rotation: Rotation,
    *,
    actor: Actor,
    officer: Officer,
    offset_days: int = 0,
    campus: Campus | None = None,
    from_day: date,
    to_day: date | None = None,
    at: datetime | None = None,
) -> RotationMember:
    """From a day on; nobody is twice in one rotation at a time."""
    require(actor, "rotation.keep", rotation)
    if to_day is not None and to_day < from_day:
        text = _("The last day must not be before the first.")
        raise BrokenRule(text, fields={"to_day": text})
    with transaction.atomic():
        Rotation.objects.select_for_update().get(pk=rotation.pk)
        same = RotationMember.objects.filter(rotation=rotation.pk, officer=officer.pk).exclude(to_day__lt=from_day)
        if (same.filter(from_day__lte=to_day) if to_day else same).exists():
            text = _("%(unit)s is in this rotation already.") % {"unit": officer.call_sign}
            raise BrokenRule(text, fields={"officer": text})
        member = RotationMember.objects.create(
            agency_id=rotation.agency_id,
            rotation=rotation,
            officer=officer,
            offset_days=offset_days,
            campus=campus,
            from_day=from_day,
            to_day=to_day,
        )
        facts = {"unit": officer.call_sign}
        ledger.announce("rotation.joined", record=member, actor=actor, at=at or clock.now(), facts=facts)
    return member


def leave(member: RotationMember, *, actor: Actor, to_day: date, at: datetime | None = None) -> RotationMember:
    """The last day in the rotation; shifts already made after it stay until they are cancelled."""
    require(actor, "rotation.keep", member)
    if to_day < member.from_day:
        text = _("The last day must not be before the first.")
        raise BrokenRule(text, fields={"to_day": text})
    with transaction.atomic():
        member.to_day = to_day
        member.save(update_fields=["to_day"])
        facts = {"unit": member.officer.call_sign}
        ledger.announce("rotation.left", record=member, actor=actor, at=at or clock.now(), facts=facts)
    return member


def _check(actor: Actor, pattern: list[str]) -> None:
    known = {str(key) for key in ShiftTemplate.objects.filter(agency=actor.agency_id).values_list("pk", flat=True)}
    wrong = not 1 <= len(pattern) <= LONGEST or not any(pattern) or any(key and key not in known for key in pattern)
    if wrong:
        text = _("A pattern has 1 to %(longest)d days, each a template or a day off, and at least one shift.")
        raise BrokenRule(text % {"longest": LONGEST}, fields={"pattern": text % {"longest": LONGEST}})


def _save(rotation: Rotation, event: str, actor: Actor, at: datetime | None) -> Rotation:
    try:
        with transaction.atomic():
            rotation.save()
            ledger.announce(event, record=rotation, actor=actor, at=at or clock.now(), facts={})
    except IntegrityError as error:
        text = _("There is a rotation of this name already.")
        raise BrokenRule(text, fields={"name": text}) from error
    return rotation
