"""Writing one row of the roster: log-in, roles and facts together. Who calls this has asked and checked."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict, NotFound
from core.ledger import Entry
from core.permissions import require
from officers.models import Officer, RoleGrant, User
from officers.roles import Duty
from officers.rostering.facts import NAMED, OF_USER
from officers.rostering.standing import GIVEN

# What is known of a new person, and the key of the log-in that they have already.
Newcomer = tuple[Mapping[str, Any], UUID | None]
OF_OFFICER = tuple(name for name in NAMED if name not in (*OF_USER, "roles"))


def create(agency_id: Any, rows: Sequence[Newcomer], at: datetime, file: str = "") -> list[Entry]:
    """New rows, in a few statements however many: each with a log-in of its own, or one that the person has already."""
    users = _log_ins(agency_id, rows)
    officers = [
        Officer(
            agency_id=agency_id,
            user=user,
            last_campus=facts["home_campus"],
            duty=Duty.OFF_DUTY,
            duty_since=at,
            **{name: facts[name] for name in OF_OFFICER},
        )
        for user, (facts, _known) in zip(users, rows, strict=True)
    ]
    Officer.objects.bulk_create(officers)
    fresh = []
    for officer, (facts, known) in zip(officers, rows, strict=True):
        if known is None:
            fresh += [RoleGrant(agency_id=agency_id, user=officer.user, role=role) for role in facts["roles"]]
        else:
            _grant(officer, facts["roles"])
    RoleGrant.objects.bulk_create(fresh)
    return [Entry("officer.enrolled", officer, _facts(officer, file, badge=officer.badge)) for officer in officers]


def change(officer: Officer, changes: Mapping[str, Any], file: str = "") -> Entry:
    """The row with these facts changed; its version grows."""
    for name in OF_OFFICER:
        if name in changes:
            setattr(officer, name, changes[name])
    officer.version += 1
    officer.save(update_fields=[*(name for name in OF_OFFICER if name in changes), "version"])
    of_user = [name for name in OF_USER if name in changes]
    for name in of_user:
        setattr(officer.user, name, changes[name])
    if of_user:
        officer.user.save(update_fields=of_user)
    if "roles" in changes:
        _grant(officer, changes["roles"])
    return Entry("officer.updated", officer, _facts(officer, file, fields=sorted(changes)))


def hold(officer: Officer, code: str, actor: Actor, expected_version: int | None) -> Officer:
    """The row, held until the transaction ends, when the actor may and nobody was faster."""
    rows = Officer.objects.select_for_update(of=("self",), no_key=True).select_related("user", "agency", "home_campus")
    held = rows.filter(pk=officer.pk).first()
    if held is None:
        raise NotFound(_("There is no such record."))
    require(actor, code, held)
    if expected_version is not None and held.version != expected_version:
        raise Conflict(_("%(unit)s was changed by someone else a moment ago.") % {"unit": held.call_sign})
    return held


def save(officer: Officer, *fields: str) -> None:
    """These fields, and a version that grows."""
    officer.version += 1
    officer.save(update_fields=[*fields, "version"])


def refuse(found: Mapping[str, Any]) -> None:
    """BrokenRule with every reason beside its field."""
    if found:
        raise BrokenRule(_("Please correct this."), fields=found)


@contextmanager
def only_once() -> Iterator[None]:
    """Two people who enter the same badge in the same second: the database keeps the first."""
    try:
        yield
    except IntegrityError as error:
        text = _("Somebody entered this person, badge, call sign or address a moment ago. Look at the roster first.")
        raise Conflict(text) from error


def roles_of(user_id: UUID) -> list[str]:
    """Every role that the person holds now."""
    return list(RoleGrant.objects.filter(user=user_id, active=True).values_list("role", flat=True))


def _log_ins(agency_id: Any, rows: Sequence[Newcomer]) -> list[User]:
    """In the order of the rows. A new log-in has no password; one that is there keeps its own and gets the name."""
    known = User.objects.in_bulk([key for _facts, key in rows if key is not None])
    users, fresh = [], []
    for facts, key in rows:
        if key is None:
            user = User(agency_id=agency_id, email=facts["email"], name=facts["name"])
            user.set_unusable_password()
            fresh.append(user)
        else:
            user = known[key]
            user.name = facts["name"]
            user.save(update_fields=["name"])
        users.append(user)
    User.objects.bulk_create(fresh)
    return users


def _grant(officer: Officer, wanted: list[str]) -> None:
    """The roles of the roster become these; every other role of the person stays as it is."""
    rows = RoleGrant.objects.filter(user=officer.user_id, campus__isnull=True, role__in=GIVEN)
    known = dict(rows.values_list("role", "active"))
    ended = [role for role, active in known.items() if active and role not in wanted]
    again = [role for role in wanted if known.get(role) is False]
    fresh = [role for role in wanted if role not in known]
    if ended:
        rows.filter(role__in=ended).update(active=False)
    if again:
        rows.filter(role__in=again).update(active=True)
    person = {"agency_id": officer.agency_id, "user_id": officer.user_id}
    RoleGrant.objects.bulk_create([RoleGrant(role=role, **person) for role in fresh])


def _facts(officer: Officer, file: str, **more: Any) -> dict[str, Any]:
    return {"unit": officer.call_sign, **more, **({"file": file} if file else {})}
