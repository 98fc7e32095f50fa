"""Shift templates: named hours of the day. Shifts made from one keep the hours they were made with."""

from datetime import datetime, time

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from officers.models import Agency, ShiftTemplate


def make(
    *, actor: Actor, name: str, position: str, starts: time, ends: time, at: datetime | None = None
) -> ShiftTemplate:
    """A new one, under a name of its own."""
    require(actor, "template.keep")
    agency = Agency.objects.get(pk=actor.agency_id)
    template = ShiftTemplate(agency=agency, name=name, position=position, starts=starts, ends=ends)
    return _save(template, "template.made", actor, at)


def change(
    template: ShiftTemplate,
    *,
    actor: Actor,
    expected_version: int | None,
    name: str,
    position: str,
    starts: time,
    ends: time,
    active: bool = True,
    at: datetime | None = None,
) -> ShiftTemplate:
    """Other words or hours from now on; an inactive template is offered nowhere and rotations skip it."""
    require(actor, "template.keep", template)
    with transaction.atomic():
        found = ShiftTemplate.objects.select_for_update().get(pk=template.pk)
        if expected_version is not None and found.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago."))
        event = "template.retired" if found.active and not active else "template.changed"
        found.name, found.position, found.active = name, position, active
        found.starts, found.ends = starts, ends
        found.version += 1
        return _save(found, event, actor, at)


def _save(template: ShiftTemplate, event: str, actor: Actor, at: datetime | None) -> ShiftTemplate:
    try:
        with transaction.atomic():
            template.save()
            ledger.announce(event, record=template, actor=actor, at=at or clock.now(), facts={})
    except IntegrityError as error:
        text = _("There is a template of this name already.")
        raise BrokenRule(text, fields={"name": text}) from error
    return template
