"""Whom one target of a step means at this moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from incidents.models import Assignment, Incident
from notifications.models import Page
from notifications.vocabulary import TargetKind
from officers.models import RoleGrant, User
from referrals.models import Referral, TeamMember

ACTIVE = ("dispatched", "en_route", "on_scene")


@dataclass(frozen=True, slots=True)
class Asked:
    """One person and the role in which they are asked, which may be empty."""

    user_id: UUID
    role: str


Finder = Callable[[Page, dict[str, Any]], Iterable[UUID]]


def people(page: Page, targets: Iterable[dict[str, Any]]) -> list[Asked]:
    """Everybody whom these targets mean, each once, in order; nobody who has left."""
    found: dict[UUID, str] = {}
    for target in targets:
        for user_id in _FINDERS[TargetKind(target["kind"])](page, target):
            found.setdefault(user_id, target["role"] or "")
    here = set(User.objects.filter(pk__in=found, is_active=True).values_list("pk", flat=True))
    return [Asked(user_id, role) for user_id, role in found.items() if user_id in here]


def _user(page: Page, target: dict[str, Any]) -> Iterable[UUID]:
    return [UUID(target["user"])]


def _role(page: Page, target: dict[str, Any]) -> Iterable[UUID]:
    rows = RoleGrant.objects.filter(agency_id=page.agency_id, role=target["role"], active=True)
    return rows.order_by("user_id").values_list("user_id", flat=True)


def _role_at_campus(page: Page, target: dict[str, Any]) -> Iterable[UUID]:
    """Those who hold the role at the campus; a role that is held everywhere counts there, too."""
    campus = _campus(page)
    rows = RoleGrant.objects.filter(agency_id=page.agency_id, role=target["role"], active=True)
    there = Q(campus__isnull=True) if campus is None else Q(campus__isnull=True) | Q(campus_id=campus)
    return rows.filter(there).order_by("user_id").values_list("user_id", flat=True)


def _team(page: Page, target: dict[str, Any]) -> Iterable[UUID]:
    teams = Referral.objects.filter(pk=page.about_id, agency_id=page.agency_id).values("team_id")
    rows = TeamMember.objects.filter(team_id__in=teams, active=True)
    return rows.order_by("user_id").values_list("user_id", flat=True)


def _assigned(page: Page, target: dict[str, Any]) -> Iterable[UUID]:
    rows = Assignment.objects.filter(incident__case_id=page.case_id, agency_id=page.agency_id, status__in=ACTIVE)
    return rows.order_by("dispatched_at").values_list("officer__user_id", flat=True)


def _schedule(page: Page, target: dict[str, Any]) -> Iterable[UUID]:
    """Nobody yet: schedules are kept, and who is on call is not computed yet."""
    return []


def _campus(page: Page) -> UUID | None:
    return Incident.objects.filter(case_id=page.case_id).values_list("campus_id", flat=True).first()


_FINDERS: dict[TargetKind, Finder] = {
    TargetKind.USER: _user,
    TargetKind.ROLE: _role,
    TargetKind.ROLE_AT_CAMPUS: _role_at_campus,
    TargetKind.TEAM: _team,
    TargetKind.ASSIGNED_OFFICER: _assigned,
    TargetKind.SCHEDULE: _schedule,
}
