"""The roster: who is put on it, and what is changed. One person has one row for ever."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Unpack
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from officers.models import Campus, Officer, RoleGrant, User
from officers.permissions.who import SUPERVISOR
from officers.rostering.directory import Directory, taken
from officers.rostering.facts import EMPTY, Changes, Facts, changed, normal, present
from officers.rostering.rules import problems
from officers.rostering.standing import GIVEN, overreach
from officers.selectors import directory
from officers.services import files, roster_rows
from officers.services.roster_rows import hold, only_once, refuse, save


def enroll(home_campus: Campus, *, actor: Actor, at: datetime | None = None, **facts: Unpack[Facts]) -> Officer:
    """A new row; whoever was on the roster before is reactivated instead. The log-in has no password yet."""
    moment = at or clock.now()
    require(actor, "officer.enroll", home_campus)
    clean = normal({**EMPTY, **facts, "home_campus": home_campus})
    with transaction.atomic(), only_once():
        who = directory.near(actor.agency_id, clean)
        known = who.newcomer(clean["email"])
        newcomer = known.user_id if known else None
        roles = roster_rows.roles_of(newcomer) if newcomer else []
        refuse(overreach(actor, newcomer, roles, clean, False) | _wrong(clean, who, newcomer))
        (entry,) = roster_rows.create(actor.agency_id, [(clean, newcomer)], moment)
        ledger.announce_all([entry], actor=actor, at=moment)
    return _officer(entry)


def update(
    officer: Officer,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None = None,
    **changes: Unpack[Changes],
) -> Officer:
    """Change what is given and different; nothing different is no change."""
    moment = at or clock.now()
    with transaction.atomic(), only_once():
        held = hold(officer, "officer.update", actor, expected_version)
        roles = roster_rows.roles_of(held.user_id)
        before = present(held, [role for role in roles if role in GIVEN])
        different = changed(before, normal(changes))
        if not different:
            return held
        after = before | different
        who = directory.near(actor.agency_id, after)
        refuse(overreach(actor, held.user_id, roles, after, "email" in different) | _wrong(after, who, held.user_id))
        entry = roster_rows.change(held, different)
        ledger.announce_all([entry], actor=actor, at=moment)
    return _officer(entry)


def photograph(officer: Officer, *, actor: Actor, photo: Any, at: datetime | None = None) -> Officer:
    """Keep the person's photo; an earlier one stays in the uploads folder."""
    moment = at or clock.now()
    with transaction.atomic():
        held = hold(officer, "officer.photograph", actor, None)
        held.photo = files.keep_photo(photo, actor=actor, agency_id=held.agency_id)
        save(held, "photo")
        ledger.announce("officer.photographed", record=held, actor=actor, at=moment, facts={"unit": held.call_sign})
    return held


def _wrong(facts: Mapping[str, Any], who: Directory, me: UUID | None) -> dict[str, Any]:
    found = taken(facts, who, me) | problems(facts)
    leader: User | None = facts["supervisor"]
    if leader is not None and leader.pk == me:
        found["supervisor"] = _("Nobody supervises themselves.")
    elif leader is not None and not _leads(leader, facts["home_campus"]):
        found["supervisor"] = _("This person is no supervisor of the agency.")
    return found


def _leads(leader: User, campus: Campus) -> bool:
    rows = RoleGrant.objects.filter(user=leader.pk, agency=campus.agency_id, active=True, role__in=SUPERVISOR)
    return leader.is_active and rows.exists()


def _officer(entry: ledger.Entry) -> Officer:
    found: Officer = entry.record
    return found
