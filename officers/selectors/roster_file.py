"""What the import of a roster file compares with, and the rows that an export writes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from core.actors import Actor
from core.csv_in import Line
from core.permissions import require
from officers.models import Campus, Officer, RoleGrant, User
from officers.permissions.who import SUPERVISOR
from officers.roster_csv.cells import by_code_and_name
from officers.roster_csv.export import template
from officers.roster_csv.rows import Snapshot
from officers.selectors import directory


def snapshot(actor: Actor, lines: Iterable[Line]) -> Snapshot:
    """Everything a plan asks, in six statements whatever the size of the file."""
    rows = Officer.objects.filter(agency_id=actor.agency_id).select_related("user", "home_campus", "supervisor")
    leaders = User.objects.filter(agency_id=actor.agency_id, is_active=True, pk__in=_leading(actor))
    return Snapshot(
        actor=actor,
        directory=directory.whole(actor.agency_id, [line.cells["email"] for line in lines]),
        officers={officer.pk: officer for officer in rows},
        roles=roles_of(actor),
        campuses=by_code_and_name(Campus.objects.filter(agency_id=actor.agency_id)),
        leaders={user.email.lower(): user for user in leaders},
    )


def roles_of(actor: Actor) -> dict[Any, list[str]]:
    """The roles of everybody in the agency, by the key of their log-in."""
    found: dict[Any, list[str]] = defaultdict(list)
    for user_id, role in RoleGrant.objects.filter(agency_id=actor.agency_id, active=True).values_list("user", "role"):
        found[user_id].append(role)
    return dict(found)


def example(actor: Actor) -> str:
    """A file to fill in, at the first campus of the agency."""
    require(actor, "officer.import")
    campus = Campus.objects.filter(agency_id=actor.agency_id).first()
    return template(campus.code if campus else "CODE")


def supervisors(actor: Actor) -> QuerySet[User]:
    """Whom a person of the roster can report to."""
    require(actor, "officer.list")
    rows = User.objects.filter(agency_id=actor.agency_id, is_active=True, pk__in=_leading(actor))
    return rows.order_by("name")


def _leading(actor: Actor) -> QuerySet[RoleGrant, Any]:
    rows = RoleGrant.objects.filter(agency_id=actor.agency_id, active=True, role__in=SUPERVISOR)
    return rows.values("user")
