"""What an officer should know before walking in."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Agency, PremiseNote
from officers.services import place_rows
from officers.services.place_rows import Noun

NOUN = Noun("premise_note")


def add(
    agency: Agency,
    *,
    actor: Actor,
    kind: str,
    text: str,
    until: date | None,
    place: str,
    place_key: str,
    at: datetime | None = None,
) -> PremiseNote:
    """Whoever is sent there is told from now on."""
    require(actor, place_rows.CODE)
    check(agency, until, at)
    said: dict[str, Any] = {"kind": kind, "text": text, "until": until, "written_by_id": actor.person}
    where = place_rows.placed(actor, place, place_key)
    return place_rows.create(NOUN, PremiseNote(agency=agency, **said, **where), actor, at)


def change(
    row: PremiseNote,
    *,
    actor: Actor,
    expected_version: int | None,
    kind: str,
    text: str,
    until: date | None,
    place: str,
    place_key: str,
    at: datetime | None = None,
) -> PremiseNote:
    """Other words; whoever changed them last has written them."""
    require(actor, place_rows.CODE, row)
    check(row.agency, until, at)
    said: dict[str, Any] = {"kind": kind, "text": text, "until": until, "written_by_id": actor.person}
    fields = {**said, **place_rows.placed(actor, place, place_key)}
    return place_rows.change(NOUN, row, actor, expected_version, at, lambda _row: fields)


def withdraw(
    row: PremiseNote, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> PremiseNote:
    """It is true no longer."""
    return place_rows.withdraw(NOUN, row, actor, expected_version, at)


def restore(row: PremiseNote, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> PremiseNote:
    """It is true again."""
    return place_rows.restore(NOUN, row, actor, expected_version, at)


def check(agency: Agency, until: date | None, at: datetime | None) -> None:
    """A note that ended before it was written would be seen by nobody."""
    if until and until < (at or clock.now()).astimezone(agency.zone).date():
        text = _("This day has passed. Choose today or later, or leave it empty.")
        raise BrokenRule(text, fields={"until": text})
